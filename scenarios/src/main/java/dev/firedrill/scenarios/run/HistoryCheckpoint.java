package dev.firedrill.scenarios.run;

import dev.firedrill.environments.role.system.SystemUnderTest;
import dev.firedrill.model.Store;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.testbed.Testbed;
import dev.firedrill.workload.history.Story;
import java.util.Set;

/** Goes on from the end of the standard history, as often as somebody asks, whatever was done to the stores before. */
public final class HistoryCheckpoint {
    private final Testbed testbed;
    private final SystemUnderTest system;
    private final DrillOptions options;
    private final ScenarioRecorder recorder;

    HistoryCheckpoint(Testbed testbed, DrillOptions options, ScenarioRecorder recorder) {
        this(testbed, testbed.environment().system(), options, recorder);
    }

    private HistoryCheckpoint(
            Testbed testbed, SystemUnderTest system, DrillOptions options, ScenarioRecorder recorder) {
        this.testbed = testbed;
        this.system = system;
        this.options = options;
        this.recorder = recorder;
    }

    /** The history. */
    public Story story() {
        return testbed.standardStory();
    }

    /** The same with the system as it is meant to be, whichever is judged. */
    public HistoryCheckpoint withShippedRecovery() {
        return new HistoryCheckpoint(testbed, testbed.environment().author(), options, recorder);
    }

    /**
     * Brings the stores to the end of the history.
     *
     * @param spared those that need not go there, as {@link DisasterPlan#replacedUnseen()} says
     */
    public ScenarioRun sparing(Set<Store> spared) {
        ScenarioRun run = new ScenarioRun(testbed, system, story(), options, recorder);
        testbed.goToTheEnd(spared);
        return run;
    }
}
