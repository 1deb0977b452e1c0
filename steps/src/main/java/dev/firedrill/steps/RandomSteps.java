package dev.firedrill.steps;

import dev.firedrill.scenarios.sweep.PropertyRun;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Histories and disasters that are drawn from the seed. */
public final class RandomSteps {
    private final PropertyRun trials;

    public RandomSteps(PropertyRun trials) {
        this.trials = trials;
    }

    @Given("history {int} of the seed, and the disaster that was drawn with it")
    public void draw(int number) {
        trials.draw(number);
    }

    @When("it happens, and the recovery follows")
    public void happen() {
        trials.happen();
    }

    @Then("every object is where ledger, fates and rules demand it")
    public void endedAsDemanded() {
        trials.endedAsDemanded();
    }
}
