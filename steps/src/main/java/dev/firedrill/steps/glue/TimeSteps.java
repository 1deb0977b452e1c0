package dev.firedrill.steps.glue;

import dev.firedrill.steps.rehearsal.Moment;
import dev.firedrill.steps.rehearsal.Rehearsal;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Times to which the package cache is put back, and times to which it cannot be. */
public final class TimeSteps {
    private final Rehearsal rehearsal;

    public TimeSteps(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Given("a draft was written, then a mark into every store, then another draft")
    public void workAroundAMark() {
        rehearsal.interventions().timeTravel().workAroundAMark();
    }

    @When("the package cache is put back to the time of the mark, told {told}")
    public void putBack(Moment moment) {
        rehearsal.interventions().timeTravel().putBackTo(moment);
    }

    @When("somebody wants the package cache back at the time of the mark, told {told}")
    public void wantsBack(Moment moment) {
        rehearsal.interventions().timeTravel().tryToPutBackTo(moment);
    }

    @When("somebody wants the package cache back at the time of the mark, after it was put back to before the mark")
    public void wantsBackAfterAnotherRestore() {
        rehearsal.interventions().timeTravel().tryAfterAnotherRestore();
    }

    @When("somebody wants the package cache back at the time of the mark, after it was lost with its newest log")
    public void wantsBackAfterALoss() {
        rehearsal.interventions().timeTravel().tryAfterALoss();
    }

    @Then("that is refused before anything is touched, and the refusal names the times that can be reached")
    public void refusedByName() {
        rehearsal.interventions().timeTravel().wasRefusedByName();
    }

    @Then("the refusal speaks of {string}")
    public void refusalSays(String words) {
        rehearsal.interventions().timeTravel().refusalSays(words);
    }
}
