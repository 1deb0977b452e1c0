package dev.firedrill.steps.glue;

import dev.firedrill.steps.rehearsal.Rehearsal;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Users who work on after a recovery. */
public final class WorkSteps {
    private final Rehearsal rehearsal;

    public WorkSteps(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Given("it is known what every kind of request leads to where nothing has happened")
    public void known() {
        rehearsal.knowUsualWork();
    }

    @When("users make every kind of request")
    public void work() {
        rehearsal.goOnWorking();
    }

    @Then("each request leads to what it leads to where nothing has happened, in every store and in every answer")
    public void asUsual() {
        rehearsal.workIsAsUsual();
    }
}
