package dev.firedrill.recovery.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.GitView.Obstacle;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RepositoryStatus;
import dev.firedrill.recovery.plan.Action;
import dev.firedrill.recovery.plan.Notice;
import dev.firedrill.recovery.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says how a pass ended for a Repository. */
final class Outcomes {
    private static final int SHORT_COMMIT = 12;
    private static final int LONGEST_MESSAGE = 2000;
    private static final String LEFT_OUT = " Left out: ";

    private Outcomes() {}

    static RepositoryOutcome of(
            Repository repository, Optional<GitView> view, int rowsBefore, Plan plan, RepositoryWork work) {
        List<Notice> obstacles = plan.notices(repository.name()).stream()
                .filter(notice -> notice.kind().holdsUp())
                .toList();
        boolean failed = !work.problems().isEmpty();
        Optional<String> head = view.flatMap(Outcomes::head);
        RepositoryStatus status = status(repository, head, rowsBefore, plan, work, obstacles);
        boolean aligned = head.isPresent() && !failed && !repository.deleting();
        Set<String> hindered = new TreeSet<>(work.refused().keySet());
        obstacles.stream()
                .filter(notice -> notice.kind().isOfOneRevision())
                .forEach(notice -> hindered.add(notice.subject()));
        boolean usable =
                aligned && obstacles.stream().allMatch(notice -> notice.kind().isOfOneRevision());
        return new RepositoryOutcome(
                repository,
                status,
                aligned,
                view.filter(Outcomes::isUnreachable).isPresent(),
                !work.applied().isEmpty(),
                failed,
                usable,
                hindered);
    }

    private static RepositoryStatus status(
            Repository repository,
            Optional<String> head,
            int rowsBefore,
            Plan plan,
            RepositoryWork work,
            List<Notice> obstacles) {
        List<String> failures = new ArrayList<>(work.problems());
        obstacles.forEach(notice -> failures.add(notice.message()));
        failures.addAll(work.refused().values());
        boolean ready = head.isPresent() && failures.isEmpty();
        boolean awaits = work.problems().isEmpty()
                && obstacles.stream().anyMatch(notice -> notice.kind() == Notice.Kind.REMOVAL_AWAITS_CONFIRMATION);
        String reason = ready ? "Ready" : awaits ? "RemovalAwaitsConfirmation" : "Error";
        String message = ready
                ? readyMessage(repository, head.get(), plan, work.applied())
                : failures.isEmpty()
                        ? "git was not looked at; the next pass does it."
                        : joined(failures, LONGEST_MESSAGE);
        return new RepositoryStatus(ready, reason, message, rowsBefore + change(work.applied()), head, false);
    }

    /** All that fits, each whole, and how many there are besides. */
    private static String joined(List<String> failures, int longest) {
        StringBuilder text = new StringBuilder(failures.get(0));
        text.setLength(Math.min(text.length(), longest));
        int left = failures.size() - 1;
        for (String failure : failures.subList(1, failures.size())) {
            if (text.length() + 1 + failure.length() > longest) {
                break;
            }
            text.append(' ').append(failure);
            left--;
        }
        return left == 0 ? text.toString() : text + " And " + left + " more, which /status and the plan name.";
    }

    /**
     * News of the last change stays until there is another one, so that a pass without work has nothing to write; what is
     * left out is said for as long as it is.
     */
    private static String readyMessage(Repository repository, String head, Plan plan, List<Action> applied) {
        Map<Boolean, List<String>> notices = plan.notices(repository.name()).stream()
                .collect(Collectors.partitioningBy(
                        notice -> notice.kind() == Notice.Kind.LEFT_OUT,
                        Collectors.mapping(Notice::message, Collectors.toList())));
        List<String> leftOut = notices.getOrDefault(true, List.of());
        List<String> news = new ArrayList<>(
                List.of("in line with git at " + head.substring(0, Math.min(head.length(), SHORT_COMMIT)) + "."));
        news.addAll(notices.getOrDefault(false, List.of()));
        String now = lastNews(repository, head)
                .filter(before -> applied.isEmpty())
                .orElseGet(() -> joined(news, LONGEST_MESSAGE / 2));
        return leftOut.isEmpty() ? now : now + LEFT_OUT + joined(leftOut, LONGEST_MESSAGE / 2);
    }

    private static Optional<String> lastNews(Repository repository, String head) {
        JsonNode before =
                Json.objectIn(repository.json()).orElseGet(Json::object).path("status");
        boolean sameHead = before.path("gitCommitHash").asText().equals(head);
        for (JsonNode condition : before.path("conditions")) {
            boolean wasReady = condition.path("type").asText().equals("Ready")
                    && condition.path("status").asText().equals("True");
            if (sameHead && wasReady) {
                return Optional.of(condition.path("message").asText().split(Pattern.quote(LEFT_OUT), 2)[0]);
            }
        }
        return Optional.empty();
    }

    private static int change(List<Action> applied) {
        int change = 0;
        for (Action action : applied) {
            if (action instanceof Action.Insert) {
                change++;
            } else if (action instanceof Action.RemoveConfirmed removal) {
                change -= removal.rows().size();
            } else if (action instanceof Action.Remove || action instanceof Action.Drop) {
                change--;
            }
        }
        return change;
    }

    private static Optional<String> head(GitView view) {
        return view instanceof GitView.Readable readable ? Optional.of(readable.head()) : Optional.empty();
    }

    private static boolean isUnreachable(GitView view) {
        return view instanceof GitView.Unreadable unreadable
                && (unreadable.obstacle() == Obstacle.UNREACHABLE || unreadable.obstacle() == Obstacle.UNAUTHORIZED);
    }
}
