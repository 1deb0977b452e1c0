package dev.firedrill.scenarios.action;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.scenarios.run.CurrentRun;
import dev.firedrill.scenarios.run.ScenarioRun;
import java.util.Optional;
import java.util.Set;

/** Users who work on after a disaster, and what comes of the same work where nothing has happened. */
public final class WorkScenario {
    private final CurrentRun run;
    private Optional<UserWorkload> usual = Optional.empty();
    private Optional<UserWorkload> afterwards = Optional.empty();

    public WorkScenario(CurrentRun run) {
        this.run = run;
    }

    /** Finds out what comes of every kind of request where nothing has happened, with the shipped recovery. */
    public void workUndisturbed() {
        ScenarioRun undisturbed = run.checkpoint().withShippedRecovery().sparing(Set.of());
        usual = Optional.of(UserWorkload.in(undisturbed));
        undisturbed.environment().endOrchestrator();
    }

    /** Users make every kind of request. */
    public void workOn() {
        afterwards = Optional.of(UserWorkload.in(run.get()));
    }

    /** What came of the requests is what comes of them where nothing has happened. */
    public void isAsUsual() {
        afterwards
                .orElseThrow(() -> new EnvironmentFailure("Nobody has worked in this scenario"))
                .sameAs(usual.orElseThrow(() ->
                        new EnvironmentFailure("It is not known what comes of the work where nothing has happened")));
    }
}
