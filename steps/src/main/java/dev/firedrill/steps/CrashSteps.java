package dev.firedrill.steps;

import dev.firedrill.model.Fate;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.run.ScenarioContext;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Recoveries and requests that are interrupted. */
public final class CrashSteps {
    private final ScenarioContext rehearsal;

    public CrashSteps(ScenarioContext rehearsal) {
        this.rehearsal = rehearsal;
    }

    @When(
            "the control plane is {fate}, git is {fate} and the package cache is {fate}, and the recovery is interrupted time and again")
    public void interrupted(Fate controlPlane, Fate git, Fate database) {
        rehearsal.interruptions().ofRecovery(DisasterPlan.of(controlPlane, git, database));
    }

    @When("the approval of {string} is interrupted time and again")
    public void approvalInterrupted(String packageName) {
        rehearsal.interruptions().ofApproval(packageName);
    }

    @When("the deletion of {string} is interrupted time and again")
    public void deletionInterrupted(String packageName) {
        rehearsal.interruptions().ofDeletion(packageName);
    }

    @Then("it ends every time as it ends without an interruption")
    public void alwaysEndedTheSame() {
        rehearsal.interruptions().sweep().alwaysEndedTheSame();
    }

    @Then("no interruption costs anything")
    public void lostNothingMore() {
        rehearsal.interruptions().sweep().lostNothingMore();
    }
}
