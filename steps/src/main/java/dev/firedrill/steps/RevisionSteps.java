package dev.firedrill.steps;

import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.scenarios.run.ScenarioContext;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

/** What became of package revisions. */
public final class RevisionSteps {
    private final ScenarioContext rehearsal;

    public RevisionSteps(ScenarioContext rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Given("the package {string} was deleted and waits for its finalizers")
    public void waitsForFinalizers(String packageName) {
        rehearsal.interventions().deleteWithFinalizers(packageName);
    }

    @Then("its deletion still waits for its finalizers")
    public void stillWaits() {
        rehearsal.interventions().deletion().stillWaits();
    }

    @Then("it is gone from every store as soon as its finalizers are taken away")
    public void goesWhenReleased() {
        rehearsal.interventions().deletion().goesWhenReleased();
    }

    @Then(
            "the repository {string} holds {int} draft(s), {int} proposal(s), {int} published and {int} proposed for deletion, and {int} placeholder(s)")
    public void counts(
            String repository, int drafts, int proposals, int published, int deletionProposed, int placeholders) {
        rehearsal.outcome().countsAre(repository, drafts, proposals, published, deletionProposed, placeholders);
    }

    @Then("in the repository {string} exactly this is not as it was at the disaster:")
    public void exactlyThisChanged(String repository, DataTable table) {
        rehearsal.outcome().changesAre(repository, table.cells());
    }

    @Then("in the repository {string} everything is as it was at the disaster")
    public void nothingChanged(String repository) {
        rehearsal.outcome().nothingChanged(repository);
    }

    @Then("no work from before {point} is lost")
    public void nothingBeforeIsLost(RecoveryPoint point) {
        rehearsal.outcome().nothingIsLostFrom(point);
    }

    @Then("the package {string} is published with the labels and annotations that it had at {point}")
    public void publishedWithMetadataOf(String packageName, RecoveryPoint point) {
        rehearsal.outcome().publishedWithMetadataOf(packageName, point);
    }

    @Then("the package {string} is published with the labels and annotations that it had as a proposal")
    public void publishedWithItsMetadata(String packageName) {
        rehearsal.outcome().publishedWithMetadataOf(packageName, RecoveryPoint.DISASTER);
    }

    @Then("the package {string} is there as a draft, with the content that it had at the disaster")
    public void thereAsDraft(String packageName) {
        rehearsal.outcome().thereAsDraft(packageName);
    }

    @Then("the package {string} is gone")
    public void gone(String packageName) {
        rehearsal.outcome().gone(packageName);
    }

    @Then("the package {string} has the content that git has now")
    public void contentOfGit(String packageName) {
        rehearsal.outcome().contentIsOfGit(packageName);
    }

    @Then("every package revision has content")
    public void everyRevisionHasContent() {
        rehearsal.outcome().everyRevisionHasContent();
    }

    @Then("every package revision has the labels and annotations that it had at the disaster")
    public void metadataKept() {
        rehearsal.outcome().metadataIsKept();
    }

    @Then("no package revision is lost")
    public void nothingIsLost() {
        rehearsal.outcome().nothingIsLost();
    }
}
