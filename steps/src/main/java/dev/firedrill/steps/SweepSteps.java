package dev.firedrill.steps;

import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.run.DisasterScenario;
import dev.firedrill.scenarios.sweep.SweepScenarios;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.function.Consumer;

/** What is done again and again: with an interruption at each place, or with the manifests in each order. */
public final class SweepSteps {
    private static final String ORDER = "restore order";

    private final DisasterScenario disaster;
    private final SweepScenarios sweeps;

    public SweepSteps(DisasterScenario disaster, SweepScenarios sweeps) {
        this.disaster = disaster;
        this.sweeps = sweeps;
    }

    /** A request that is interrupted, of a package. */
    @ParameterType("approval|deletion")
    public Consumer<String> request(String text) {
        return text.equals("approval") ? sweeps::ofApproval : sweeps::ofDeletion;
    }

    /** With what a recovery is done again and again. */
    @ParameterType("interrupted again and again|repeated with \\d+ orders of the manifests, drawn from the seed")
    public Consumer<DisasterPlan> repeated(String text) {
        return text.startsWith("interrupted")
                ? sweeps::ofRecovery
                : plan -> sweeps.ofComeback(plan, Integer.parseInt(text.replaceAll("\\D", "")));
    }

    /** What is done again and again. */
    @ParameterType("interrupted recovery|interrupted request|interruption|" + ORDER)
    public String attempt(String text) {
        return text;
    }

    @Given("the recovery is {repeated}")
    public void recoveryIsRepeated(Consumer<DisasterPlan> repeated) {
        disaster.inAnotherWay(repeated);
    }

    @When("the {request} of {string} is interrupted again and again")
    public void requestInterrupted(Consumer<String> request, String packageName) {
        request.accept(packageName);
    }

    @Then("every {attempt} reaches the end state of an/the uninterrupted/usual one")
    public void endTheSame(String attempt) {
        if (attempt.equals(ORDER)) {
            sweeps.orders().allEndedTheSame();
        } else {
            sweeps.sweep().alwaysEndedTheSame();
        }
    }

    @Then("no {attempt} loses data")
    public void loseNothing(String attempt) {
        if (attempt.equals(ORDER)) {
            sweeps.orders().noneCostAnything();
        } else {
            sweeps.sweep().lostNothingMore();
        }
    }
}
