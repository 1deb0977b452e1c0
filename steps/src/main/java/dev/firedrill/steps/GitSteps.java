package dev.firedrill.steps;

import dev.firedrill.model.GitFate;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.run.ScenarioContext;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;

/** What happens to git repositories one by one, and to Repositories because of it. */
public final class GitSteps {
    private final ScenarioContext rehearsal;

    public GitSteps(ScenarioContext rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Given("the Repository {string} asks for a missing branch to be created")
    public void asksForBranch(String repository) {
        rehearsal.interventions().askForBranch(repository);
    }

    @Given("somebody has pushed branches of drafts and proposals to the git repository {string}")
    public void pushedDraftBranches(String repository) {
        rehearsal.interventions().pushDraftBranches(repository);
    }

    @When("every git repository is {gitFate}")
    public void everyRepository(GitFate fate) {
        rehearsal.strike(
                DisasterPlan.nothing().withGit(rehearsal.interventions().gitRepositories(), fate));
    }

    @When("the git repository {string} is {gitFate}")
    public void oneRepository(String repository, GitFate fate) {
        rehearsal.strike(DisasterPlan.nothing().withGit(List.of(repository), fate));
    }

    @When("the git repository {string} is {gitFate}, and nobody has confirmed the removal")
    public void oneRepositoryUnconfirmed(String repository, GitFate fate) {
        rehearsal.strike(DisasterPlan.nothing().withoutConfirmation().withGit(List.of(repository), fate));
    }

    @When("the git repository {string} is {gitFate} and {string} is {gitFate}")
    public void twoRepositories(String repository, GitFate fate, String another, GitFate otherFate) {
        rehearsal.strike(
                DisasterPlan.nothing().withGit(List.of(repository), fate).withGit(List.of(another), otherFate));
    }

    @When("the git repository {string} moves to another URL while the orchestrator looks on")
    public void movesWatched(String repository) {
        rehearsal.interventions().moveWatched(repository);
    }

    @Given("the git repository {string} has moved to another URL while the orchestrator looked on")
    public void hasMoved(String repository) {
        rehearsal.interventions().moveWatched(repository);
    }

    @When("the git repository {string} moves to another URL while no orchestrator runs")
    public void movesUnwatched(String repository) {
        rehearsal.interventions().moveUnwatched(repository);
    }

    @Then("all other repositories are as they were, in git and in the package cache")
    public void othersAreUntouched() {
        rehearsal.outcome().untouched(rehearsal.bystanders());
    }
}
