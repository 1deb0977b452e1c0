package dev.firedrill.steps.glue;

import dev.firedrill.steps.rehearsal.Packages;
import dev.firedrill.steps.rehearsal.Rehearsal;
import io.cucumber.java.en.Then;

/** What was taken out of the cache and can be brought back. */
public final class RescueSteps {
    private final Rehearsal rehearsal;

    public RescueSteps(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Then("the rescue set holds what the cache gave up")
    public void holdsWhatWasGivenUp() {
        rehearsal.outcome().rescued().holdsWhatWasGivenUp();
    }

    @Then("the rescue set holds the former content of {string}")
    public void holdsFormerContent(String packageName) {
        rehearsal.outcome().rescued().holds(Packages.named(packageName));
    }
}
