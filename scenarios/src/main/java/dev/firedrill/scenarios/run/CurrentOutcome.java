package dev.firedrill.scenarios.run;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.scenarios.assertion.RecoveredStateAssert;
import dev.firedrill.scenarios.assertion.UnaffectedRepositories;
import java.util.Optional;

/** What was there when a scenario looked last, and what its disaster was not meant for. */
public final class CurrentOutcome {
    private final CurrentRun run;
    private Optional<RecoveredStateAssert> recovered = Optional.empty();
    private Optional<UnaffectedRepositories> unaffected = Optional.empty();

    public CurrentOutcome(CurrentRun run) {
        this.run = run;
    }

    /** What is there after the recovery. */
    public RecoveredStateAssert get() {
        return recovered.orElseThrow(() -> new EnvironmentFailure("Nothing has happened yet in this scenario"));
    }

    /** What nothing happened to, while something happened to single git repositories. */
    public UnaffectedRepositories unaffected() {
        return unaffected.orElseThrow(() -> new EnvironmentFailure("No single git repository had a fate of its own"));
    }

    /** Waits for the orchestrator and looks. */
    public void settleAndLook() {
        run.get().recovery().settle(false);
        become(run.get().outcome(run.get().observe()));
    }

    /** Somebody has looked. */
    public void become(RecoveredStateAssert seen) {
        recovered = Optional.of(seen);
    }

    /** A disaster is over, during which something happened to single git repositories, or did not. */
    void become(RecoveredStateAssert seen, Optional<UnaffectedRepositories> others) {
        become(seen);
        unaffected = others;
    }
}
