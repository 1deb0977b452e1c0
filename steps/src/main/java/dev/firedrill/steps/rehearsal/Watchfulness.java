package dev.firedrill.steps.rehearsal;

import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.fixtures.porch.OrchestratorStatus;
import dev.firedrill.steps.drill.ScenarioFindings;
import dev.firedrill.steps.laboratory.OrchestratorOptions;
import dev.firedrill.vocabulary.Fate;
import dev.firedrill.vocabulary.LaboratoryBroken;
import dev.firedrill.vocabulary.RecoveryPoint;
import dev.firedrill.vocabulary.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An orchestrator that looks at its stores when something tells it to, and practically never by itself. What it says is
 * only read here, because asking whether it is ready would tell it to look.
 */
public final class Watchfulness {
    private static final Duration NEVER = Duration.ofDays(1);

    private final Telling told;
    private final Optional<String> broken;
    private final ScenarioFindings findings;
    private final LookCosts costs;

    Watchfulness(Telling told, Optional<String> broken, ScenarioFindings findings) {
        this.told = told;
        this.broken = broken;
        this.findings = findings;
        this.costs = new LookCosts(told, findings);
    }

    /** What it costs it to look. */
    public LookCosts costs() {
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
        Course course = Course.of(Fate.restored(point), Fate.intact(), Fate.intact());
        try (Strike strike = new Strike(told.laboratory(), course, findings)) {
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
        } catch (LaboratoryBroken late) {
            throw new AssertionError(
                    "The orchestrator did not notice " + what + "; it says "
                            + told.workbench().porch().status(),
                    late);
        }
    }
}
