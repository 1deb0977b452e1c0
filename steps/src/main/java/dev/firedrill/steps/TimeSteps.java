package dev.firedrill.steps;

import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.scenarios.plan.ClockReading;
import dev.firedrill.scenarios.run.ScenarioContext;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Times to which the package cache is put back, and times to which it cannot be. */
public final class TimeSteps {
    private final ScenarioContext rehearsal;

    public TimeSteps(ScenarioContext rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Given("a draft was written, then two marks into every store, then another draft")
    public void workAroundMarks() {
        rehearsal.interventions().timeTravel().workAroundMarks();
    }

    @When("the package cache is put back to the time of the second mark, told {told}")
    public void putBack(ClockReading moment) {
        rehearsal.interventions().timeTravel().putBackTo(moment);
    }

    @When("the package cache is put back to the time of the second mark, told by a clock that stopped at {point}")
    public void putBackByASlowClock(RecoveryPoint point) {
        rehearsal.interventions().timeTravel().putBackByASlowClock(point);
    }

    @When(
            "control plane and git are restored to {point}, and the package cache is put back to the time at which its own clock saw {point}")
    public void putEverythingBack(RecoveryPoint point, RecoveryPoint seen) {
        rehearsal.interventions().timeTravel().putEverythingBack(point, seen);
    }

    @Then("the newest mark in the package cache is {string}")
    public void standsAt(String mark) {
        rehearsal.interventions().timeTravel().standsAt(new RecoveryPoint(mark));
    }

    @When("somebody wants the package cache back at the time of the second mark, told {told}")
    public void wantsBack(ClockReading moment) {
        rehearsal.interventions().timeTravel().tryToPutBackTo(moment);
    }

    @When(
            "somebody wants the package cache back at the time of the second mark, after it was put back to before the marks")
    public void wantsBackAfterAnotherRestore() {
        rehearsal.interventions().timeTravel().tryAfterAnotherRestore();
    }

    @When("somebody wants the package cache back at the time of the second mark, after it was lost with its newest log")
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
