package dev.firedrill.steps;

import dev.firedrill.scenarios.run.ScenarioContext;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Users who work on after a recovery. */
public final class WorkSteps {
    private final ScenarioContext rehearsal;

    public WorkSteps(ScenarioContext rehearsal) {
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
