package dev.firedrill.scenarios.action;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.scenarios.run.ScenarioRun;
import java.util.Optional;

/** What an operator does about package revisions that were set aside or taken out. */
public final class RescueActions {
    private final ScenarioRun telling;
    private Optional<RescueRestore> homecoming = Optional.empty();
    private Optional<RestorationWindow> window = Optional.empty();

    public RescueActions(ScenarioRun telling) {
        this.telling = telling;
    }

    /** Brings everything back that was taken out. */
    public void bringBack() {
        homecoming = Optional.of(RescueRestore.of(telling));
    }

    /** What came back. */
    public RescueRestore homecoming() {
        return homecoming.orElseThrow(() -> new EnvironmentFailure("Nothing was brought back in this scenario"));
    }

    /** The restoration window as it is now, or as it was closed. */
    public RestorationWindow window() {
        if (window.isEmpty()) {
            window = Optional.of(new RestorationWindow(telling));
        }
        return window.get();
    }
}
