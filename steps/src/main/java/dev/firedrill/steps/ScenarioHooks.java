package dev.firedrill.steps;

import dev.firedrill.scenarios.action.DegradedRun;
import dev.firedrill.scenarios.recording.ResultRegistry;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.run.CurrentRun;
import dev.firedrill.scenarios.run.DisasterScenario;
import dev.firedrill.scenarios.run.ScenarioTestbed;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;

/** What surrounds every scenario: it puts its findings up for the report and gives its testbed back. */
public final class ScenarioHooks {
    private final ScenarioTestbed testbed;
    private final CurrentRun run;
    private final DegradedRun degraded;
    private final DisasterScenario disaster;
    private final ResultRegistry registry;
    private final ScenarioRecorder recorder;

    public ScenarioHooks(
            ScenarioTestbed testbed,
            CurrentRun run,
            DegradedRun degraded,
            DisasterScenario disaster,
            ResultRegistry registry,
            ScenarioRecorder recorder) {
        this.testbed = testbed;
        this.run = run;
        this.degraded = degraded;
        this.disaster = disaster;
        this.registry = registry;
        this.recorder = recorder;
    }

    /** Runs before everything else of a scenario. */
    @Before(order = 0)
    public void begin(Scenario scenario) {
        registry.put(scenario.getUri(), scenario.getLine(), recorder);
    }

    /** The matrix of the report shows what becomes of these. */
    @Before("@matrix")
    public void cellOfTheMatrix() {
        disaster.becomeCellOfTheMatrix();
    }

    /** Runs after the scenario, whatever became of it. */
    @After
    public void end(Scenario scenario) {
        testbed.noticeBrokenStores();
        if (recorder.wantsEvidence(scenario.isFailed())) {
            run.keepEvidence(scenario.getName() + "-" + scenario.getLine());
            if (testbed.leaveStanding(scenario.getName())) {
                degraded.leaveStanding();
            }
        }
        degraded.close();
        testbed.close();
    }
}
