package dev.firedrill.scenarios.action;

import dev.firedrill.environments.role.system.ExplainsObstacles;
import dev.firedrill.environments.role.system.Quarantines;
import dev.firedrill.environments.role.system.WatchesOnly;
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
import java.util.function.BooleanSupplier;

/**
 * An orchestrator that looks at its stores when something tells it to, and practically never by itself. What it says is
 * only read here, because asking whether it is ready would tell it to look.
 */
public final class WatchOnlyOrchestrator {
    private final ScenarioRun told;
    private final ScenarioRecorder findings;
    private final ReconcileCosts costs;

    public WatchOnlyOrchestrator(ScenarioRun told, ScenarioRecorder findings) {
        this.told = told;
        this.findings = findings;
        this.costs = new ReconcileCosts(told, findings);
    }

    /** What it costs it to look. */
    public ReconcileCosts costs() {
        return costs;
    }

    /** Starts it, and waits until it has looked at everything once. */
    public void begin() {
        WatchesOnly watching = told.claims().need(WatchesOnly.class);
        told.system().start(watching.watchingOnly());
        notices("its stores", () -> watching.looks() > 0 && unobstructed());
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
        notices("that the control plane is back", this::unobstructed);
    }

    /** It sets a repository aside, which it has to say. */
    public void setsAside(String repository) {
        String what = "that the Repository " + repository + " is missing";
        told.claims()
                .where(
                        Quarantines.class,
                        "the system notices " + what,
                        quarantines -> notices(what, () -> isSetAside(quarantines, repository)));
    }

    /** It takes a repository in that was set aside. */
    public void takesIn(String repository) {
        notices("that the Repository " + repository + " is there", () -> isReady(repository));
        told.claims()
                .where(
                        Quarantines.class,
                        "the system no longer names " + repository + " as set aside",
                        quarantines -> notices(
                                "that the Repository " + repository + " is no longer set aside",
                                () -> !isSetAside(quarantines, repository)));
    }

    private static boolean isSetAside(Quarantines quarantines, String repository) {
        return quarantines.quarantined().stream()
                .anyMatch(one -> one.repository().equals(repository));
    }

    private boolean isReady(String repository) {
        return told.system().said().stream()
                .flatMap(said -> said.repositories().stream())
                .anyMatch(one -> one.name().equals(repository) && one.ready());
    }

    /** It answers, and says of nothing that it is in its way. */
    private boolean unobstructed() {
        return told.system().said().isPresent()
                && told.system()
                        .ability(ExplainsObstacles.class)
                        .filter(explains -> !explains.obstacles().isEmpty())
                        .isEmpty();
    }

    private void notices(String what, BooleanSupplier noticed) {
        try {
            Wait.until("the orchestrator to notice " + what, Patience.START, noticed);
        } catch (EnvironmentFailure late) {
            throw new AssertionError(
                    "The orchestrator did not notice " + what + "; it says "
                            + told.system().said(),
                    late);
        }
    }
}
