package dev.firedrill.steps;

import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.scenarios.action.PointInTimeScenario;
import dev.firedrill.scenarios.plan.ClockReading;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Times to which the package cache is restored, and times to which it cannot be. */
public final class PointInTimeSteps {
    private final PointInTimeScenario scenario;

    public PointInTimeSteps(PointInTimeScenario scenario) {
        this.scenario = scenario;
    }

    /** What happened to the package cache before somebody asked for a time. */
    @ParameterType("restored to before the markers|lost with its newest log")
    public Runnable mishap(String text) {
        return text.startsWith("lost") ? scenario::lostWithItsNewestLog : scenario::restoredToBeforeTheMarkers;
    }

    @Given("a draft was written, then two markers into every store, then another draft")
    public void workAroundMarkers() {
        scenario.workAroundMarkers();
    }

    @Given("the package cache was {mishap}")
    public void mishap(Runnable mishap) {
        mishap.run();
    }

    @When("the package cache is restored to the timestamp of the second marker, given {reading}")
    public void restored(ClockReading reading) {
        scenario.restoreTo(reading);
    }

    @When("an operator wants the package cache restored to the timestamp of the second marker, given {reading}")
    public void wanted(ClockReading reading) {
        scenario.tryToRestoreTo(reading);
    }

    @Then("the newest marker in the package cache is {string}")
    public void newestMarker(String marker) {
        scenario.newestMarkerIs(new RecoveryPoint(marker));
    }

    @Then("the restore is refused before anything is touched, and the refusal names the times that can be reached")
    public void refused() {
        scenario.wasRefusedByName();
    }

    @Then("the refusal mentions {string}")
    public void refusalMentions(String words) {
        scenario.refusalSays(words);
    }
}
