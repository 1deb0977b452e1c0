package dev.firedrill.scenarios.action;

import dev.firedrill.environments.system.OrchestratorOptions;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.faults.DisasterInjector;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.run.CurrentRun;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.workload.porch.OrchestratorStatus;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * An orchestrator that looks at its stores when something tells it to, and practically never by itself. What it says is
 * only read here, because asking whether it is ready would tell it to look.
 */
public final class WatchOnlyOrchestrator {
    private static final Duration NEVER = Duration.ofDays(1);

    private final CurrentRun run;
    private final DrillOptions options;
    private final ScenarioRecorder findings;
    private boolean begun;

    public WatchOnlyOrchestrator(CurrentRun run, DrillOptions options, ScenarioRecorder findings) {
        this.run = run;
        this.options = options;
        this.findings = findings;
    }

    /** Whether it has been started, so that nobody may ask whether the orchestrator is ready. */
    boolean begun() {
        return begun;
    }

    /** Starts it, and waits until it has looked at everything once. */
    public void begin() {
        begun = true;
        run.get().laboratory().startOrchestrator(new OrchestratorOptions(options.broken(), NEVER, List.of()));
        notices(
                "its stores",
                status -> status.pass() != null
                        && status.pass().number() > 0
                        && status.problems().isEmpty());
    }

    /** Lets a disaster happen under it; connections break, and are there again afterwards. */
    public void undergo(DisasterPlan plan) {
        ScenarioRun told = run.get();
        try (DisasterInjector strike =
                new DisasterInjector(told.laboratory(), plan.disaster(), plan.restores(), findings)) {
            strike.cutOff();
            told.awaitNoticed(strike.concerned());
            strike.concerned()
                    .forEach(store -> strike.restore(store, told.story().gitRepositories()));
        }
        notices("that the stores are back", status -> status.problems().isEmpty());
    }

    /** It quarantines a repository. */
    public void quarantines(String repository) {
        notices("that the Repository " + repository + " is missing", status -> isQuarantined(status, repository));
    }

    /** It takes a repository in that was quarantined. */
    public void takesIn(String repository) {
        notices(
                "that the Repository " + repository + " is there",
                status -> !isQuarantined(status, repository)
                        && status.repositories().stream()
                                .anyMatch(one -> one.name().equals(repository) && one.ready()));
    }

    private static boolean isQuarantined(OrchestratorStatus status, String repository) {
        return status.quarantined().stream().anyMatch(one -> one.repository().equals(repository));
    }

    private void notices(String what, Predicate<OrchestratorStatus> wanted) {
        try {
            Wait.until(
                    "the orchestrator to notice " + what,
                    Patience.START,
                    () -> run.get()
                            .workbench()
                            .porch()
                            .status()
                            .result()
                            .filter(wanted)
                            .isPresent());
        } catch (EnvironmentFailure late) {
            throw new AssertionError(
                    "The orchestrator did not notice " + what + "; it says "
                            + run.get().workbench().porch().status(),
                    late);
        }
    }
}
