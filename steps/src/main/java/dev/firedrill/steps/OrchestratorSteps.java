package dev.firedrill.steps;

import dev.firedrill.scenarios.action.WatchOnlyOrchestrator;
import dev.firedrill.scenarios.plan.RestartMoment;
import dev.firedrill.scenarios.run.DisasterScenario;
import dev.firedrill.scenarios.run.RestartScenario;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Orchestrators that are killed, and one that only notices what it is told. */
public final class OrchestratorSteps {
    private final RestartScenario restarts;
    private final WatchOnlyOrchestrator watcher;
    private final DisasterScenario disaster;

    public OrchestratorSteps(RestartScenario restarts, WatchOnlyOrchestrator watcher, DisasterScenario disaster) {
        this.restarts = restarts;
        this.watcher = watcher;
        this.disaster = disaster;
    }

    /** What an orchestrator is doing when it is killed. */
    @ParameterType("while it is idle|during a synchronisation|during the approval of \"[^\"]*\"")
    public Runnable killed(String text) {
        return switch (text) {
            case "while it is idle" -> () -> restarts.restart(RestartMoment.IDLE);
            case "during a synchronisation" -> () -> restarts.restart(RestartMoment.SYNCHRONISING);
            default -> () -> restarts.restartDuringApproval(Quoted.in(text));
        };
    }

    /** Whether the next orchestrator pushes drafts to git. */
    @ParameterType("to push drafts to git from now on|without pushing drafts to git")
    public boolean pushing(String text) {
        return text.startsWith("to push");
    }

    @When("the orchestrator is killed {killed}, and started again")
    public void restarted(Runnable killed) {
        killed.run();
    }

    @When("the orchestrator is killed, and started again {pushing}")
    public void restartedPushingDrafts(boolean pushing) {
        restarts.restartPushingDrafts(pushing);
    }

    @Given("an orchestrator that does not poll and relies on watches")
    public void watches() {
        watcher.begin();
        disaster.inAnotherWay(watcher::undergo);
    }

    @Then("the orchestrator notices that the Repository {string} is missing")
    public void noticesMissing(String repository) {
        watcher.quarantines(repository);
    }

    @Then("the orchestrator notices that the Repository {string} is there")
    public void noticesPresent(String repository) {
        watcher.takesIn(repository);
    }
}
