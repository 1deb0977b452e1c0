package dev.firedrill.steps;

import dev.firedrill.scenarios.run.ScenarioContext;
import io.cucumber.java.en.Then;

/** What became of PackageVariants. */
public final class VariantSteps {
    private final ScenarioContext rehearsal;

    public VariantSteps(ScenarioContext rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Then("every PackageVariant owns its packages again")
    public void everyVariantOwns() {
        rehearsal.outcome().variants().everyOneOwnsItsPackages();
    }

    @Then("no PackageVariant has made a package revision anew")
    public void nothingMadeAnew() {
        rehearsal.outcome().variants().noneMadeSomething();
    }

    @Then("every PackageVariant follows with the one draft {string}, which it owns")
    public void everyVariantFollows(String workspace) {
        rehearsal.outcome().variants().everyOneFollowsWith(workspace);
    }

    @Then("every PackageVariant says that it waits for the repository {string}")
    public void everyVariantWaits(String repository) {
        rehearsal.outcome().variants().everyOneWaitsFor(repository);
    }

    @Then("every PackageVariant is ready")
    public void everyVariantIsReady() {
        rehearsal.outcome().variants().everyOneIsReady();
    }

    @Then("no package revision is shown with an owner that is not there")
    public void noDeadOwner() {
        rehearsal.outcome().variants().noOwnerIsDead();
    }

    @Then("the package cache remembers that {string} owns what it made")
    public void remembered(String variant) {
        rehearsal.outcome().variants().rememberedAs(variant);
    }

    @Then("what {string} made is shown as its own when it is made again, under its new identity")
    public void shownAgain(String variant) {
        rehearsal.interventions().makeAgain(variant);
        rehearsal.outcome().variants().shownAsItsOwn(variant);
        rehearsal.outcome().variants().noOwnerIsDead();
    }

    @Then("the PackageVariant {string} is ready")
    public void variantIsReady(String variant) {
        rehearsal.outcome().variants().ready(variant);
    }

    @Then("there is no PackageVariant {string}")
    public void absent(String variant) {
        rehearsal.outcome().variants().absent(variant);
    }

    @Then("the PackageVariant {string} is back")
    public void back(String variant) {
        rehearsal.outcome().variants().present(variant);
    }

    @Then("the package revisions of {string} are still there")
    public void packagesStillThere(String variant) {
        rehearsal.outcome().variants().packagesKept(variant);
    }
}
