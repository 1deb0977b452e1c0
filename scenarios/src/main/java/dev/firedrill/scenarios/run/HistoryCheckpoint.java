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
    private final Testbed bench;
    private final SystemUnderTest system;
    private final DrillOptions options;
    private final ScenarioRecorder findings;

    HistoryCheckpoint(Testbed bench, DrillOptions options, ScenarioRecorder findings) {
        this(bench, bench.laboratory().system(), options, findings);
    }

    private HistoryCheckpoint(Testbed bench, SystemUnderTest system, DrillOptions options, ScenarioRecorder findings) {
        this.bench = bench;
        this.system = system;
        this.options = options;
        this.findings = findings;
    }

    /** The history. */
    public Story story() {
        return bench.standardStory();
    }

    /** The same with the system as it is meant to be, whichever is judged. */
    public HistoryCheckpoint withShippedRecovery() {
        return new HistoryCheckpoint(bench, bench.laboratory().author(), options, findings);
    }

    /**
     * Brings the stores to the end of the history.
     *
     * @param spared those that need not go there, as {@link DisasterPlan#replacedUnseen()} says
     */
    public ScenarioRun sparing(Set<Store> spared) {
        ScenarioRun telling = new ScenarioRun(bench, system, story(), options, findings);
        bench.goToTheEnd(spared);
        return telling;
    }
}
