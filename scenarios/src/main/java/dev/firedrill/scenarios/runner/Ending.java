package dev.firedrill.scenarios.runner;

import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.DisasterReport;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.reports.result.ScenarioResultBuilder;
import dev.firedrill.reports.result.StepResult;
import dev.firedrill.reports.result.StepStatus;
import dev.firedrill.scenarios.options.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said of a scenario only when all of it is known: what was done in it, and whether what was promised was kept. */
final class Ending {
    private final ScenarioResult seen;
    private final Promise promise;

    /**
     * An ending.
     *
     * @param seen the scenario as its steps and findings left it
     */
    Ending(ScenarioResult seen, Promise promise) {
        this.seen = seen;
        this.promise = promise;
    }

    ScenarioResult result() {
        List<String> broken = brokenPromises();
        Verdict verdict = broken.isEmpty() ? seen.verdict() : seen.verdict().and(Verdict.VIOLATED);
        List<String> failure = new ArrayList<>(
                Optional.ofNullable(seen.failure()).map(List::of).orElse(List.of()));
        failure.addAll(broken);
        ScenarioResultBuilder ended = seen.toBuilder()
                .disaster(disaster())
                .verdict(verdict)
                .failure(verdict == Verdict.HELD ? null : String.join("\n", failure))
                .rpo(seen.rpo().promising(promise.rpo().orElse(null)))
                .rto((seen.verdict() == Verdict.VIOLATED ? seen.rto().notReached() : seen.rto())
                        .promising(promise.rto().orElse(null)));
        return ended.build();
    }

    /** A scenario in which no store met a fate was about something all the same; its own words tell what. */
    private DisasterReport disaster() {
        DisasterReport fates = seen.disaster();
        if (!fates.sparesTheStores() || !fates.done().isEmpty()) {
            return fates;
        }
        return new DisasterReport(fates.controlPlane(), fates.git(), fates.database(), deeds());
    }

    private List<String> deeds() {
        List<String> deeds = new ArrayList<>();
        boolean when = false;
        for (StepResult step : seen.steps()) {
            String keyword = step.keyword().strip();
            when = keyword.equals("When") || when && (keyword.equals("And") || keyword.equals("But"));
            boolean begun = step.status() == StepStatus.PASSED || step.status() == StepStatus.FAILED;
            if (when && begun) {
                deeds.add(step.text());
            }
        }
        return deeds;
    }

    private List<String> brokenPromises() {
        List<String> broken = new ArrayList<>();
        if (seen.verdict() == Verdict.INCONCLUSIVE) {
            return broken;
        }
        exceeded("the work lost is of ", promise.rpo(), seen.rpo().joint(), " (RPO)")
                .ifPresent(broken::add);
        if (seen.verdict() != Verdict.VIOLATED) {
            exceeded("the recovery took ", promise.rto(), seen.rto().total(), " (RTO)")
                    .ifPresent(broken::add);
        } else {
            promise.rto()
                    .ifPresent(most -> broken.add("the promise is broken: what was to be there after " + words(most)
                            + " was not reached (RTO)"));
        }
        return broken;
    }

    private static Optional<String> exceeded(
            String what, Optional<Duration> promised, @Nullable Duration measured, String objective) {
        return promised.filter(most -> measured != null && measured.compareTo(most) > 0)
                .map(most -> "the promise is broken: " + what + words(Objects.requireNonNull(measured))
                        + ", and at most " + words(most) + " was promised" + objective);
    }

    private static String words(Duration duration) {
        return Duration.ofMillis(duration.toMillis()).toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
