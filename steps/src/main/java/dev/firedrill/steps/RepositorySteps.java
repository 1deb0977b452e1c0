package dev.firedrill.steps;

import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.scenarios.run.ScenarioContext;
import io.cucumber.java.en.Then;

/** What became of repositories. */
public final class RepositorySteps {
    private final ScenarioContext rehearsal;

    public RepositorySteps(ScenarioContext rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Then("the repository {string} is set aside with everything that it held")
    public void setAside(String repository) {
        rehearsal.outcome().setAside(repository);
    }

    @Then("every repository is set aside with everything that it held")
    public void everythingSetAside() {
        rehearsal.outcome().everythingSetAside();
    }

    @Then("nobody can see the package revisions of {string}")
    public void notListed(String repository) {
        rehearsal.outcome().notListed(repository);
    }

    @Then("the repository {string} holds exactly what its git repository has published")
    public void holdsWhatGitHas(String repository) {
        rehearsal.outcome().holdsWhatGitHas(repository);
    }

    @Then("the repository {string} is not ready because a removal awaits confirmation")
    public void awaitsConfirmation(String repository) {
        rehearsal.outcome().awaitsConfirmation(repository);
    }

    @Then("the repository {string} reports that the tag of {string} was moved")
    public void reportsMovedTag(String repository, String packageName) {
        rehearsal.outcome().reportsMovedTag(repository, packageName);
    }

    @Then("the condition of the repository {string} says that its git repository {string}")
    public void saysWhatIsWrong(String repository, String what) {
        rehearsal.outcome().gitIsUnreadable(repository, what);
    }

    @Then("every Repository and every PackageVariant has the identity that it had at {point}")
    public void identitiesAreKept(RecoveryPoint point) {
        rehearsal.outcome().identitiesSince(point).areKept();
    }

    @Then("every Repository and every PackageVariant has another identity than before")
    public void identitiesAreNew() {
        rehearsal.outcome().identitiesSince(RecoveryPoint.DISASTER).areNew();
    }

    @Then("every repository is ready")
    public void everyRepositoryIsReady() {
        rehearsal.outcome().everyRepositoryIsReady();
    }
}
