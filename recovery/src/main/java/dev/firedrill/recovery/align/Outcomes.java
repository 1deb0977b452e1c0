package dev.firedrill.recovery.align;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.recovery.cluster.RepositoryStatus;
import dev.firedrill.recovery.git.GitView;
import dev.firedrill.recovery.git.GitView.Problem;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.plan.Action;
import dev.firedrill.recovery.plan.Notice;
import dev.firedrill.recovery.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says how a pass ended for a Repository. */
final class Outcomes {
    private static final int SHORT_COMMIT = 12;
    private static final int LONGEST_MESSAGE = 2000;

    private Outcomes() {}

    static RepositoryOutcome of(
            Repository repository, Optional<GitView> view, int rowsBefore, Plan plan, RepositoryWork work) {
        Optional<Notice> obstacle = plan.notices(repository.name()).stream()
                .filter(notice -> notice.kind().holdsUp())
                .findFirst();
        boolean failed = !work.problems().isEmpty();
        Optional<String> head = view.flatMap(Outcomes::head);
        RepositoryStatus status = status(repository, head, rowsBefore, plan, work, obstacle);
        boolean aligned = head.isPresent() && !failed && !repository.deleting();
        return new RepositoryOutcome(
                repository,
                status,
                aligned,
                view.filter(Outcomes::isUnreachable).isPresent(),
                !work.applied().isEmpty(),
                failed);
    }

    private static RepositoryStatus status(
            Repository repository,
            Optional<String> head,
            int rowsBefore,
            Plan plan,
            RepositoryWork work,
            Optional<Notice> obstacle) {
        boolean failed = !work.problems().isEmpty();
        boolean ready = head.isPresent() && obstacle.isEmpty() && !failed;
        String message;
        String reason;
        if (ready) {
            reason = "Ready";
            message = readyMessage(repository, head.get(), plan, work.applied());
        } else if (obstacle.isPresent()) {
            reason = obstacle.get().kind() == Notice.Kind.REMOVAL_AWAITS_CONFIRMATION
                    ? "RemovalAwaitsConfirmation"
                    : "Error";
            message = obstacle.get().message();
        } else {
            reason = "Error";
            message = failed ? work.problems().get(0) : "git was not looked at.";
        }
        return new RepositoryStatus(
                ready,
                reason,
                message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)),
                rowsBefore + change(work.applied()),
                head,
                false);
    }

    /** News of the last change stays until there is another one, so that a pass without work has nothing to write. */
    private static String readyMessage(Repository repository, String head, Plan plan, List<Action> applied) {
        JsonNode before =
                Json.objectIn(repository.json()).orElseGet(Json::object).path("status");
        boolean sameHead = before.path("gitCommitHash").asText().equals(head);
        for (JsonNode condition : before.path("conditions")) {
            boolean wasReady = condition.path("type").asText().equals("Ready")
                    && condition.path("status").asText().equals("True");
            if (applied.isEmpty() && sameHead && wasReady) {
                return condition.path("message").asText();
            }
        }
        String news = plan.notices(repository.name()).stream()
                .map(notice -> " " + notice.message())
                .collect(Collectors.joining());
        return "in line with git at " + head.substring(0, Math.min(head.length(), SHORT_COMMIT)) + "." + news;
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
                && (unreadable.problem() == Problem.UNREACHABLE || unreadable.problem() == Problem.UNAUTHORIZED);
    }
}
