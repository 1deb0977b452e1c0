package dev.firedrill.steps;

import dev.firedrill.faults.Misconfiguration;
import dev.firedrill.scenarios.action.DegradedRun;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Stores that cannot be used for a while. */
public final class DegradedStoresSteps {
    private final DegradedRun scenario;

    public DegradedStoresSteps(DegradedRun scenario) {
        this.scenario = scenario;
    }

    @When("the orchestrator finds that {problem}")
    public void finds(Misconfiguration problem) {
        scenario.meet(problem);
    }

    @Then("the status reports {string} and suggests {string}")
    public void reports(String problem, String fix) {
        scenario.saidWithHint(problem, fix);
    }

    @Then("it recovers by itself once the problem is fixed")
    public void recovers() {
        scenario.goesOn();
    }
}
