package dev.firedrill.steps;

import dev.firedrill.scenarios.recording.ResultRegistry;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.run.ScenarioContext;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;

/** What surrounds every scenario: it puts its findings up for the report and gives its bench back. */
public final class ScenarioHooks {
    private final ScenarioContext rehearsal;
    private final ResultRegistry board;
    private final ScenarioRecorder findings;

    public ScenarioHooks(ScenarioContext rehearsal, ResultRegistry board, ScenarioRecorder findings) {
        this.rehearsal = rehearsal;
        this.board = board;
        this.findings = findings;
    }

    /** Runs before everything else of a scenario. */
    @Before(order = 0)
    public void enterTheStage(Scenario scenario) {
        board.put(scenario.getUri(), scenario.getLine(), findings);
    }

    /** Runs after the scenario, whatever became of it. */
    @After
    public void leaveTheStage(Scenario scenario) {
        rehearsal.noticeBrokenLaboratory();
        if (findings.wantsEvidence(scenario.isFailed())) {
            rehearsal.keepEvidence(scenario.getName() + "-" + scenario.getLine());
            rehearsal.leaveStanding(scenario.getName());
        }
        rehearsal.close();
    }
}
