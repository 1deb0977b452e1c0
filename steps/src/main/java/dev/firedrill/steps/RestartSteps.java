package dev.firedrill.steps;

import dev.firedrill.scenarios.plan.RestartMoment;
import dev.firedrill.scenarios.run.ScenarioContext;
import io.cucumber.java.en.When;

/** Orchestrators that are killed. */
public final class RestartSteps {
    private final ScenarioContext rehearsal;

    public RestartSteps(ScenarioContext rehearsal) {
        this.rehearsal = rehearsal;
    }

    @When("the orchestrator is killed {moment}, and started again")
    public void killed(RestartMoment moment) {
        rehearsal.restart(moment);
    }

    @When("the orchestrator is killed, and started again without pushing drafts to git")
    public void noLongerPushesDrafts() {
        rehearsal.restartPushingDrafts(false);
    }

    @When("the orchestrator is killed, and started again to push drafts to git from now on")
    public void pushesDraftsFromNowOn() {
        rehearsal.restartPushingDrafts(true);
    }

    @When("the orchestrator is killed during the approval of {string}, and started again")
    public void killedDuringApproval(String packageName) {
        rehearsal.restartDuringApproval(packageName);
    }
}
