package dev.firedrill.scenarios.action;

import dev.firedrill.environments.system.OrchestratorOptions;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.faults.DisasterInjector;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Fate;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Store;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.workload.porch.OrchestratorStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An orchestrator that looks at its stores when something tells it to, and practically never by itself. What it says is
 * only read here, because asking whether it is ready would tell it to look.
 */
public final class WatchOnlyOrchestrator {
    private static final Duration NEVER = Duration.ofDays(1);

    private final ScenarioRun told;
    private final Optional<String> broken;
    private final ScenarioRecorder findings;
    private final ReconcileCosts costs;

    public WatchOnlyOrchestrator(ScenarioRun told, Optional<String> broken, ScenarioRecorder findings) {
        this.told = told;
        this.broken = broken;
        this.findings = findings;
        this.costs = new ReconcileCosts(told, findings);
    }

    /** What it costs it to look. */
    public ReconcileCosts costs() {
        return costs;
    }

    /** Starts it, and waits until it has looked at everything once. */
    public void begin() {
        told.laboratory().startOrchestrator(new OrchestratorOptions(broken, NEVER, List.of()));
        notices(
                "its stores",
                status -> status.pass() != null
                        && status.pass().number() > 0
                        && status.problems().isEmpty());
    }

    /** Puts the control plane back under it; connections break, and are there again afterwards. */
    public void putControlPlaneBackTo(RecoveryPoint point) {
        DisasterPlan course = DisasterPlan.of(Fate.restored(point), Fate.intact(), Fate.intact());
        try (DisasterInjector strike =
                new DisasterInjector(told.laboratory(), course.disaster(), course.restores(), findings)) {
            strike.cutOff();
            told.awaitNoticed(strike.concerned());
            strike.restore(Store.CONTROL_PLANE, told.story().gitRepositories());
        }
        notices("that the control plane is back", status -> status.problems().isEmpty());
    }

    /** It sets a repository aside. */
    public void setsAside(String repository) {
        notices("that the Repository " + repository + " is missing", status -> isSetAside(status, repository));
    }

    /** It takes a repository in that was set aside. */
    public void takesIn(String repository) {
        notices(
                "that the Repository " + repository + " is there",
                status -> !isSetAside(status, repository)
                        && status.repositories().stream()
                                .anyMatch(one -> one.name().equals(repository) && one.ready()));
    }

    private static boolean isSetAside(OrchestratorStatus status, String repository) {
        return status.quarantined().stream().anyMatch(one -> one.repository().equals(repository));
    }

    private void notices(String what, Predicate<OrchestratorStatus> wanted) {
        try {
            Wait.until(
                    "the orchestrator to notice " + what,
                    Patience.START,
                    () -> told.workbench()
                            .porch()
                            .status()
                            .result()
                            .filter(wanted)
                            .isPresent());
        } catch (EnvironmentFailure late) {
            throw new AssertionError(
                    "The orchestrator did not notice " + what + "; it says "
                            + told.workbench().porch().status(),
                    late);
        }
    }
}
