package dev.firedrill.steps;

import dev.firedrill.scenarios.plan.PackageNames;
import dev.firedrill.scenarios.run.ScenarioContext;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** What was taken out of the cache and can be brought back. */
public final class RescueSteps {
    private final ScenarioContext rehearsal;

    public RescueSteps(ScenarioContext rehearsal) {
        this.rehearsal = rehearsal;
    }

    @When("an operator brings back everything that was taken out")
    public void bringsBack() {
        rehearsal.salvage().bringBack();
    }

    @Then("the rescue set holds what the cache gave up")
    public void holdsWhatWasGivenUp() {
        rehearsal.outcome().rescued().holdsWhatWasGivenUp();
    }

    @Then("the rescue set holds the former content of {string}")
    public void holdsFormerContent(String packageName) {
        rehearsal.outcome().rescued().holds(PackageNames.named(packageName));
    }

    @Then("all of it is back as drafts with the content, labels and annotations of the disaster")
    public void everythingIsADraft() {
        rehearsal.salvage().homecoming().everythingIsADraft();
    }

    @Then("these packages are drafts with the content, labels and annotations of the disaster:")
    public void areDrafts(DataTable packages) {
        rehearsal.salvage().homecoming().areDrafts(packages.asList());
    }

    @Then("bringing it back a second time changes nothing")
    public void onceIsEnough() {
        rehearsal.salvage().homecoming().onceIsEnough();
    }

    @Then("the former content of {string} is a draft beside the published package revision")
    public void cameBackBeside(String packageName) {
        rehearsal.salvage().homecoming().cameBackBeside(packageName);
    }
}
