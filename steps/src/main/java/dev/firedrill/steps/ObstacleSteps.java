package dev.firedrill.steps;

import dev.firedrill.faults.GitTampering;
import dev.firedrill.faults.Misconfiguration;
import dev.firedrill.scenarios.run.ScenarioContext;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;

/** Stores that cannot be used, and input that was made to do harm. */
public final class ObstacleSteps {
    private final ScenarioContext rehearsal;

    public ObstacleSteps(ScenarioContext rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** What may stand in an orchestrator's way. */
    @ParameterType(
            "the git server cannot be reached|the git password is wrong|the password of the package cache is wrong|a table of the package cache is missing|the definition of Repositories is missing|a Repository is invalid")
    public Misconfiguration obstacle(String text) {
        return switch (text) {
            case "the git server cannot be reached" -> Misconfiguration.GIT_UNREACHABLE;
            case "the git password is wrong" -> Misconfiguration.GIT_PASSWORD_WRONG;
            case "the password of the package cache is wrong" -> Misconfiguration.DATABASE_PASSWORD_WRONG;
            case "a table of the package cache is missing" -> Misconfiguration.TABLE_MISSING;
            case "the definition of Repositories is missing" -> Misconfiguration.DEFINITION_MISSING;
            default -> Misconfiguration.REPOSITORY_INVALID;
        };
    }

    @When("the orchestrator meets this: {obstacle}")
    public void meets(Misconfiguration obstacle) {
        rehearsal.meet(obstacle);
    }

    @Then("it speaks of {string} and suggests: {string}")
    public void speaksOf(String word, String remedy) {
        rehearsal.encounter().saidWithHint(word, remedy);
    }

    @Then("it goes on by itself when that is over")
    public void goesOn() {
        rehearsal.goOn();
    }

    @When("somebody asks for a package that is named {string}")
    public void asksForPackage(String name) {
        rehearsal.askForPackage(name);
    }

    @Then("the request is refused or the package is exactly what was asked for")
    public void refusedOrExact() {
        rehearsal.request().refusedOrExact();
    }

    @When("somebody wants each of these of the package {string}:")
    public void wantsEach(String packageName, List<String> wishes) {
        rehearsal.ask(packageName, wishes);
    }

    @Then("each of them is refused")
    public void eachRefused() {
        rehearsal.refused().allRefused();
    }

    @Then("nothing has changed in any store")
    public void nothingChanged() {
        rehearsal.refused().nothingChanged();
    }

    @Then("nothing outside the package has changed")
    public void nothingElseChanged() {
        rehearsal.outcome().nothingElseChanged(rehearsal.request().asked());
    }

    @When("somebody pushes a package whose tree climbs out to the git repository of {string}")
    public void pushesHostileTree(String repository) {
        rehearsal.pushHostileTree(repository);
    }

    @Then("the repository {string} stays ready and its condition names the path that climbs out")
    public void namesThePath(String repository) {
        rehearsal.outcome().readyAndSaying(repository, GitTampering.CLIMBING_TAG, GitTampering.CLIMBING_NAME);
    }
}
