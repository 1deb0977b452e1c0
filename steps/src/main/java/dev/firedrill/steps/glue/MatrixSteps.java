package dev.firedrill.steps.glue;

import dev.firedrill.steps.rehearsal.Rehearsal;
import io.cucumber.java.en.Given;

/** Cells of the skew matrix. */
public final class MatrixSteps {
    private final Rehearsal rehearsal;

    public MatrixSteps(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Given("a cell of the skew matrix: no orchestrator runs until the stores are back")
    public void cellOfTheMatrix() {
        rehearsal.becomeCellOfTheMatrix();
    }
}
