package dev.firedrill.steps;

import dev.firedrill.scenarios.run.ScenarioContext;
import io.cucumber.java.en.Given;

/** Cells of the skew matrix. */
public final class MatrixSteps {
    private final ScenarioContext rehearsal;

    public MatrixSteps(ScenarioContext rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Given("a cell of the skew matrix: no orchestrator runs until the stores are back")
    public void cellOfTheMatrix() {
        rehearsal.becomeCellOfTheMatrix();
    }
}
