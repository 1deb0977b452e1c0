package dev.firedrill.steps;

import dev.firedrill.scenarios.action.ReconcileCosts;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** What comparing the stores costs. */
public final class CostSteps {
    private final ReconcileCosts costs;

    public CostSteps(ReconcileCosts costs) {
        this.costs = costs;
    }

    /** What the stores have counted. */
    @ParameterType(
            "git was asked for one listing of refs a repository, and for nothing else|the package cache was asked once what was written, and for no row and no file|git sent no more than refs, and the package cache no more than names|the package cache sent no file")
    public Runnable cost(String text) {
        return switch (text) {
            case "git was asked for one listing of refs a repository, and for nothing else" ->
                costs::oneListingARepository;
            case "the package cache was asked once what was written, and for no row and no file" -> costs::oneReading;
            case "git sent no more than refs, and the package cache no more than names" -> costs::onlyRefsAndNames;
            case "the package cache sent no file" -> costs::noFileAgain;
            default -> throw Phrase.unknown(text);
        };
    }

    @Given("the draft {string} holds a file of one megabyte")
    public void holdsALargeFile(String packageName) {
        costs.addLargeFile(packageName);
    }

    @When("the orchestrator compares its stores {int} more times")
    public void compares(int times) {
        costs.look(times);
    }

    @When("somebody changes a label of {string}, and the orchestrator compares its stores again")
    public void relabelled(String packageName) {
        costs.relabelAndLook(packageName);
    }

    @Then("each/this time {cost}")
    public void costs(Runnable cost) {
        cost.run();
    }
}
