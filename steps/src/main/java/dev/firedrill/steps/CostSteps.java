package dev.firedrill.steps;

import dev.firedrill.scenarios.action.ReconcileCosts;
import dev.firedrill.scenarios.run.ScenarioContext;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** What looking at the stores costs. */
public final class CostSteps {
    private final ScenarioContext rehearsal;

    public CostSteps(ScenarioContext rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Given("the draft {string} has got a file of a megabyte")
    public void hasGotALargeFile(String packageName) {
        costs().addLargeFile(packageName);
    }

    @When("it looks {int} times more")
    public void looks(int times) {
        costs().look(times);
    }

    @When("somebody changes a label of {string}, and the orchestrator looks again")
    public void relabelled(String packageName) {
        costs().relabelAndLook(packageName);
    }

    @Then("each time it has asked git for one listing of refs a repository, and for nothing else")
    public void oneListingARepository() {
        costs().oneListingARepository();
    }

    @Then("each time it has asked the package cache once what was written, and for no row and no file")
    public void oneReading() {
        costs().oneReading();
    }

    @Then("each time git has sent it no more than refs, and the package cache no more than names")
    public void onlyRefsAndNames() {
        costs().onlyRefsAndNames();
    }

    @Then("the package cache has sent it no file again")
    public void noFileAgain() {
        costs().noFileAgain();
    }

    private ReconcileCosts costs() {
        return rehearsal.interventions().watchfulness().costs();
    }
}
