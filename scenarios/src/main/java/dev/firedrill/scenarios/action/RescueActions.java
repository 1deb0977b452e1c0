package dev.firedrill.scenarios.action;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.scenarios.run.CurrentOutcome;
import dev.firedrill.scenarios.run.CurrentRun;
import java.util.Optional;

/** What an operator does about package revisions that were quarantined or removed. */
public final class RescueActions {
    private final CurrentRun run;
    private final CurrentOutcome outcome;
    private Optional<RescueRestore> restored = Optional.empty();
    private Optional<RestorationWindow> window = Optional.empty();

    public RescueActions(CurrentRun run, CurrentOutcome outcome) {
        this.run = run;
        this.outcome = outcome;
    }

    /** Restores every rescue set. */
    public void restoreEverything() {
        restored = Optional.of(RescueRestore.of(run.get()));
    }

    /** What was restored. */
    public RescueRestore restored() {
        return restored.orElseThrow(() -> new EnvironmentFailure("No rescue set was restored in this scenario"));
    }

    /** Ends the time in which missing Repositories may return. */
    public void closeWindow() {
        window().close();
        outcome.settleAndLook();
    }

    /** The restoration window as it is now, or as it was closed. */
    public RestorationWindow window() {
        if (window.isEmpty()) {
            window = Optional.of(new RestorationWindow(run.get()));
        }
        return window.get();
    }
}
