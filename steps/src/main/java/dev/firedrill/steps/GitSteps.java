package dev.firedrill.steps;

import dev.firedrill.scenarios.action.GitActions;
import dev.firedrill.scenarios.run.CurrentOutcome;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.function.Consumer;

/** What people do to git repositories past the orchestrator, and to Repositories because of it. */
public final class GitSteps {
    private final GitActions git;
    private final CurrentOutcome outcome;

    public GitSteps(GitActions git, CurrentOutcome outcome) {
        this.git = git;
        this.outcome = outcome;
    }

    /** Whether an orchestrator looks on while a git repository moves. */
    @ParameterType("the orchestrator is running|the orchestrator was running|no orchestrator is running")
    public Consumer<String> watching(String text) {
        return text.startsWith("no ") ? git::moveUnwatched : git::moveWatched;
    }

    @Given("the Repository {string} asks for a missing branch to be created")
    public void asksForBranch(String repository) {
        git.askForBranch(repository);
    }

    @Given("somebody has pushed branches of drafts and proposals to the git repository {string}")
    public void draftBranchesPushed(String repository) {
        git.pushDraftBranches(repository);
    }

    @When("the git repository {string} moves/moved to another URL while {watching}")
    public void moves(String repository, Consumer<String> watching) {
        watching.accept(repository);
    }

    @When("somebody moves/moved the tag of {string} to other content")
    public void tagMoves(String packageName) {
        git.moveTag(packageName);
    }

    @When("somebody pushes a package that contains a path traversal \\(\"..\") to the git repository {string}")
    public void pathTraversalPushed(String repository) {
        git.pushHostileTree(repository);
    }

    @Then("no other repository has changed, in git or in the package cache")
    public void othersUnaffected() {
        outcome.get().untouched(outcome.unaffected());
    }
}
