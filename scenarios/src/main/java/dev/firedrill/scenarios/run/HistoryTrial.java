package dev.firedrill.scenarios.run;

import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.recording.DrillRecord;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.testbed.TestbedPool;
import dev.firedrill.workload.random.RandomHistory;

/** A random history that is told once, on a testbed of its own, to the judgement on its disaster. */
public final class HistoryTrial implements AutoCloseable {
    private final ScenarioTestbed testbed;
    private final CurrentRun run;
    private final DisasterScenario disaster;

    public HistoryTrial(TestbedPool pool, DrillOptions options, DrillRecord record, ScenarioRecorder recorder) {
        this.testbed = new ScenarioTestbed(pool, options, record, recorder);
        this.run = new CurrentRun(testbed, options, recorder);
        this.disaster = new DisasterScenario(run, new CurrentOutcome(run), recorder);
    }

    /**
     * Tells the history, lets its disaster happen and the recovery run, and judges.
     *
     * @param history with recovery points of names that no other history has
     */
    public void undergo(RandomHistory history) {
        ScenarioRun told = run.tell(history);
        DisasterPlan plan = DisasterPlan.of(history, told.story().ledger());
        if (plan.attended()) {
            told.environment().handOver();
        } else {
            told.environment().endOrchestrator();
        }
        disaster.strike(plan);
    }

    /** See {@link ScenarioTestbed#noticeBrokenStores()}. */
    public void noticeBrokenStores() {
        testbed.noticeBrokenStores();
    }

    /** See {@link CurrentRun#keepEvidence}. */
    public void keepEvidence(String scenario) {
        run.keepEvidence(scenario);
    }

    @Override
    public void close() {
        testbed.close();
    }
}
