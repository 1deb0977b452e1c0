package dev.firedrill.scenarios.run;

import dev.firedrill.environments.role.system.SystemUnderTest;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Store;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.workload.history.Story;
import dev.firedrill.workload.ledger.Ledger;
import dev.firedrill.workload.random.RandomHistory;
import java.util.Optional;
import java.util.Set;

/**
 * The history that a scenario was told, and the run that continues it. The stores go to the end of the history, the moment
 * of the disaster, when something is done there: by then it is known which of them the disaster replaces.
 */
public final class CurrentRun {
    private final ScenarioTestbed testbed;
    private final DrillOptions options;
    private final ScenarioRecorder recorder;
    private Optional<HistoryCheckpoint> history = Optional.empty();
    private Optional<ScenarioRun> run = Optional.empty();

    public CurrentRun(ScenarioTestbed testbed, DrillOptions options, ScenarioRecorder recorder) {
        this.testbed = testbed;
        this.options = options;
        this.recorder = recorder;
    }

    /** Tells the standard history. */
    public void tellStandardHistory() {
        history = Optional.of(new HistoryCheckpoint(testbed.get(), options, recorder));
        history.get().story();
        run = Optional.empty();
    }

    /** The same history, written by an orchestrator that pushes drafts and proposals to branches in git. */
    public void tellHistoryWithBranches() {
        testbed.borrow(true);
        tellStandardHistory();
    }

    /** Tells a random history, from whose end the run goes on. */
    ScenarioRun tell(RandomHistory random) {
        Story story = testbed.get().randomStory(random);
        SystemUnderTest judged = testbed.get().environment().system();
        run = Optional.of(new ScenarioRun(testbed.get(), judged, story, options, recorder));
        return run.get();
    }

    /** The end of the standard history, to which the stores can go as often as somebody asks. */
    public HistoryCheckpoint checkpoint() {
        return history.orElseThrow(() -> new EnvironmentFailure("No history has been told in this scenario"));
    }

    /** The run, begun if it was not before. */
    public ScenarioRun get() {
        return sparing(Set.of());
    }

    /** The same; a run that begins now leaves the stores {@code spared} where they are. */
    ScenarioRun sparing(Set<Store> spared) {
        if (run.isEmpty()) {
            run = Optional.of(checkpoint().sparing(spared));
        }
        return run.get();
    }

    /** Keeps what helps to find out why the scenario did not hold. */
    public void keepEvidence(String scenario) {
        Optional<Ledger> ledger = run.map(ScenarioRun::ledger).or(testbed::ledgerBegunLast);
        ledger.ifPresent(one -> testbed.keepLedger(scenario, one));
        testbed.keepEvidence(scenario);
    }
}
