package dev.firedrill.steps;

import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.scenarios.run.ScenarioContext;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Orchestrators that are told of changes, or not. */
public final class WatchSteps {
    private final ScenarioContext rehearsal;

    public WatchSteps(ScenarioContext rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Given("an orchestrator that looks at its stores only when its watches tell it to")
    public void watchful() {
        rehearsal.interventions().watchfulness().begin();
    }

    @Given("the control plane was restored to {point} under it")
    public void wasPutBack(RecoveryPoint point) {
        rehearsal.interventions().watchfulness().putControlPlaneBackTo(point);
    }

    @When("the control plane is restored to {point} under it")
    public void putBack(RecoveryPoint point) {
        rehearsal.interventions().watchfulness().putControlPlaneBackTo(point);
    }

    @When("somebody registers the repository {string} again")
    public void registers(String repository) {
        rehearsal.interventions().register(repository);
    }

    @Then("the orchestrator notices that the repository {string} is missing")
    public void noticesMissing(String repository) {
        rehearsal.interventions().watchfulness().setsAside(repository);
    }

    @Then("the orchestrator notices that the repository {string} is there")
    public void noticesPresent(String repository) {
        rehearsal.interventions().watchfulness().takesIn(repository);
    }
}
