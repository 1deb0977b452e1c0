package dev.firedrill.steps;

import dev.firedrill.model.Fate;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.plan.RolloutOrder;
import dev.firedrill.scenarios.plan.RolloutStrategy;
import dev.firedrill.scenarios.run.ScenarioContext;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Objects of a lost cluster that come back little by little. */
public final class ComebackSteps {
    private static final DisasterPlan CLUSTER_LOST = DisasterPlan.of(Fate.lost(), Fate.intact(), Fate.intact());

    private final ScenarioContext rehearsal;

    public ComebackSteps(ScenarioContext rehearsal) {
        this.rehearsal = rehearsal;
    }

    @When("the cluster is lost and its objects come back {order}, {int} at a time")
    public void objectsComeBack(RolloutOrder order, int batch) {
        rehearsal.strike(CLUSTER_LOST.comingBack(RolloutStrategy.of(order, batch)));
    }

    @When("the cluster is lost and its objects come back {order}, {int} at a time without waiting in between")
    public void objectsComeBackOverlapping(RolloutOrder order, int batch) {
        rehearsal.strike(
                CLUSTER_LOST.comingBack(RolloutStrategy.of(order, batch).withoutWaiting()));
    }

    @When(
            "the cluster is lost and its objects come back {order}, {int} at a time, interrupted half-way and taken up again")
    public void objectsComeBackInterrupted(RolloutOrder order, int batch) {
        rehearsal.strike(
                CLUSTER_LOST.comingBack(RolloutStrategy.of(order, batch).interruptedHalfWay()));
    }

    @When(
            "the cluster is lost, the package cache is {fate}, and the objects come back in {int} orders drawn from the seed")
    public void objectsComeBackInOrders(Fate database, int orders) {
        rehearsal.interruptions().ofComeback(DisasterPlan.of(Fate.lost(), Fate.intact(), database), orders);
    }

    @Given("the cluster was lost")
    public void clusterWasLost() {
        rehearsal.strike(CLUSTER_LOST.withoutManifests());
    }

    @When("all of its objects come back except for the Repository {string}")
    public void allButOneComeBack(String repository) {
        rehearsal.interventions().everythingComesBackBut(repository);
    }

    @Given("all of its objects have come back except for the Repository {string}")
    public void allButOneHaveComeBack(String repository) {
        rehearsal.interventions().everythingComesBackBut(repository);
    }

    @Then("all of these orders end as the usual one does")
    public void allEndedTheSame() {
        rehearsal.interruptions().orders().allEndedTheSame();
    }

    @Then("none of these orders costs anything")
    public void noneCostAnything() {
        rehearsal.interruptions().orders().noneCostAnything();
    }
}
