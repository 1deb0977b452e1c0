package dev.firedrill.steps;

import dev.firedrill.scenarios.run.ScenarioContext;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** The time in which missing Repositories may return, and its end. */
public final class WindowSteps {
    private final ScenarioContext rehearsal;

    public WindowSteps(ScenarioContext rehearsal) {
        this.rehearsal = rehearsal;
    }

    @When("an operator looks at the restoration window")
    public void looks() {
        rehearsal.salvage().window();
    }

    @When("an operator closes the restoration window")
    public void closes() {
        rehearsal.closeWindow();
    }

    @Given("an operator has closed the restoration window")
    public void hasClosed() {
        rehearsal.closeWindow();
    }

    @Then("the plan sets the repository {string} aside and takes nothing of it away")
    public void planSetsAside(String repository) {
        rehearsal.salvage().window().planSetsAside(repository);
    }

    @Then("the status names the repository {string} alone, with everything that it held")
    public void statusNames(String repository) {
        rehearsal.salvage().window().statusNames(repository);
    }

    @Then("the package cache holds nothing of the repository {string} any more")
    public void nothingLeftOf(String repository) {
        rehearsal.salvage().window().nothingLeftOf(repository);
    }

    @Then("the rescue set holds everything that the repository {string} held")
    public void rescued(String repository) {
        rehearsal.salvage().window().rescued(repository);
    }

    @Then("nothing of {string} can be brought back before it is registered again")
    public void refuses(String repository) {
        rehearsal.salvage().window().refusesToBringBack(repository);
    }
}
