package dev.firedrill.steps.glue;

import dev.firedrill.steps.drill.FindingsBoard;
import dev.firedrill.steps.drill.ScenarioFindings;
import dev.firedrill.steps.rehearsal.Rehearsal;
import dev.firedrill.vocabulary.Verdict;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;

/** What surrounds every scenario: it puts its findings up for the report and gives its bench back. */
public final class StageHooks {
    private final Rehearsal rehearsal;
    private final FindingsBoard board;
    private final ScenarioFindings findings;

    public StageHooks(Rehearsal rehearsal, FindingsBoard board, ScenarioFindings findings) {
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
        if (scenario.isFailed() || findings.verdict() != Verdict.HELD) {
            rehearsal.keepEvidence(scenario.getName() + "-" + scenario.getLine());
            rehearsal.leaveStanding(scenario.getName());
        }
        rehearsal.close();
    }
}
