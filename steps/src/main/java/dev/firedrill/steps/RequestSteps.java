package dev.firedrill.steps;

import dev.firedrill.scenarios.action.InterlockScenario;
import dev.firedrill.scenarios.action.RequestScenario;
import dev.firedrill.scenarios.action.WorkScenario;
import dev.firedrill.scenarios.run.CurrentOutcome;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;

/** Requests of the public API, and what comes of them. */
public final class RequestSteps {
    private final RequestScenario requests;
    private final WorkScenario work;
    private final InterlockScenario existing;
    private final CurrentOutcome outcome;

    public RequestSteps(
            RequestScenario requests, WorkScenario work, InterlockScenario existing, CurrentOutcome outcome) {
        this.requests = requests;
        this.work = work;
        this.existing = existing;
        this.outcome = outcome;
    }

    /** Where nothing may have changed. */
    @ParameterType("in any store|outside the package|in the existing environment")
    public Runnable place(String text) {
        return switch (text) {
            case "in any store" -> () -> requests.refused().nothingChanged();
            case "outside the package" ->
                () -> outcome.get().nothingElseChanged(requests.named().asked());
            case "in the existing environment" -> existing::nothingWasTouched;
            default -> throw Phrase.unknown(text);
        };
    }

    @When("somebody asks for a package named {string}")
    public void asksForPackage(String name) {
        requests.askForPackage(name);
    }

    @When("somebody asks each of these of the package {string}:")
    public void asksEach(String packageName, List<String> wishes) {
        requests.ask(packageName, wishes);
    }

    @Then("each request is refused")
    public void eachRefused() {
        requests.refused().allRefused();
    }

    @Then("the request is refused or the package is exactly what was asked for")
    public void refusedOrExact() {
        requests.named().refusedOrExact();
    }

    @Then("nothing has changed {place}")
    public void nothingChanged(Runnable place) {
        place.run();
    }

    @Given("the effect of every kind of request is known from a system without a disaster")
    public void effectIsKnown() {
        work.workUndisturbed();
    }

    @When("users make every kind of request")
    public void usersWork() {
        work.workOn();
    }

    @Then("every request has the effect that it has without a disaster, in every store and in every answer")
    public void effectIsUsual() {
        work.isAsUsual();
    }
}
