package dev.firedrill.steps;

import dev.firedrill.scenarios.action.RescueActions;
import dev.firedrill.scenarios.plan.PackageNames;
import dev.firedrill.scenarios.run.CurrentOutcome;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;

/** What is in rescue sets, and what was restored from them. */
public final class RescueSteps {
    private final CurrentOutcome outcome;
    private final RescueActions rescue;

    public RescueSteps(CurrentOutcome outcome, RescueActions rescue) {
        this.outcome = outcome;
        this.rescue = rescue;
    }

    /** What a rescue set may hold. */
    @ParameterType(
            "every revision removed from the package cache|the former content of \"[^\"]*\"|every package revision of the Repository \"[^\"]*\"")
    public Runnable rescued(String text) {
        if (text.startsWith("every revision removed")) {
            return () -> outcome.get().rescued().holdsWhatWasGivenUp();
        }
        if (text.startsWith("the former content of ")) {
            return () -> outcome.get().rescued().holds(PackageNames.named(Phrase.quoted(text)));
        }
        if (text.startsWith("every package revision of the Repository ")) {
            return () -> rescue.window().rescued(Phrase.quoted(text));
        }
        throw Phrase.unknown(text);
    }

    @Then("{rescued} is in a rescue set")
    public void isRescued(Runnable rescued) {
        rescued.run();
    }

    @Then("every rescued package revision is a draft with the content, labels and annotations from before the disaster")
    public void everyOneIsADraft() {
        rescue.restored().everythingIsADraft();
    }

    @Then("these packages are drafts with the content, labels and annotations from before the disaster:")
    public void areDrafts(DataTable packages) {
        rescue.restored().areDrafts(packages.asList());
    }

    @Then("restoring it a second time changes nothing")
    public void onceIsEnough() {
        rescue.restored().onceIsEnough();
    }
}
