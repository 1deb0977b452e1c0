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

    @Given("history {int} of the seed, with its disaster")
    public void draw(int number) {
        trials.draw(number);
    }

    @When("the history, its disaster and the recovery are run")
    public void run() {
        trials.happen();
    }

    @Then("the end state is the expected state")
    public void endsAsExpected() {
        trials.endedAsDemanded();
    }
}
