package dev.firedrill.steps;

import dev.firedrill.scenarios.action.WatchOnlyOrchestrator;
import dev.firedrill.scenarios.plan.RestartMoment;
import dev.firedrill.scenarios.run.DisasterScenario;
import dev.firedrill.scenarios.run.RestartScenario;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.function.Consumer;

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

    /** How an orchestrator ends, and what its successor is told. */
    @ParameterType(
            "killed while it is idle, and started again|killed during a synchronisation, and started again|killed during the approval of \"[^\"]*\", and started again|killed, and started again to push drafts to git from now on|killed, and started again without pushing drafts to git")
    public Runnable restarted(String text) {
        return switch (text) {
            case "killed while it is idle, and started again" -> () -> restarts.restart(RestartMoment.IDLE);
            case "killed during a synchronisation, and started again" ->
                () -> restarts.restart(RestartMoment.SYNCHRONISING);
            case "killed, and started again to push drafts to git from now on" ->
                () -> restarts.restartPushingDrafts(true);
            case "killed, and started again without pushing drafts to git" ->
                () -> restarts.restartPushingDrafts(false);
            default -> {
                if (!text.startsWith("killed during the approval of ")) {
                    throw Phrase.unknown(text);
                }
                yield () -> restarts.restartDuringApproval(Phrase.quoted(text));
            }
        };
    }

    /** Whether an object is in the control plane. */
    @ParameterType("missing|there")
    public Consumer<String> presence(String text) {
        return text.equals("missing") ? watcher::quarantines : watcher::takesIn;
    }

    @When("the orchestrator is {restarted}")
    public void restarts(Runnable restarted) {
        restarted.run();
    }

    @Given("an orchestrator that does not poll and relies on watches")
    public void watches() {
        watcher.begin();
        disaster.inAnotherWay(watcher::undergo);
    }

    @Then("the orchestrator notices that the Repository {string} is {presence}")
    public void notices(String repository, Consumer<String> presence) {
        presence.accept(repository);
    }
}
