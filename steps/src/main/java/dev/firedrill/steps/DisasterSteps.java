package dev.firedrill.steps;

import dev.firedrill.scenarios.action.RebuildRace;
import dev.firedrill.scenarios.plan.DisasterPhrase;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.plan.RolloutStrategy;
import dev.firedrill.scenarios.run.DisasterScenario;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.function.UnaryOperator;

/** Disasters, and the conditions under which they happen. A disaster that is given is over before the event. */
public final class DisasterSteps {
    private final DisasterScenario scenario;

    public DisasterSteps(DisasterScenario scenario) {
        this.scenario = scenario;
    }

    @When("{disaster}")
    public void happens(DisasterPhrase disaster) {
        scenario.strike(disaster);
    }

    @Given("{condition}")
    public void holds(UnaryOperator<DisasterPlan> condition) {
        scenario.under(condition);
    }

    @Given("GitOps applies the manifests {rollout}")
    public void manifestsAreApplied(RolloutStrategy rollout) {
        scenario.under(plan -> plan.withRollout(rollout));
    }

    @Given(
            "all PackageVariants are told to adopt their packages and to follow edition {int} while the package cache is being rebuilt")
    public void variantsFollow(int edition) {
        scenario.under(DisasterPlan::unattended);
        scenario.meanwhile(run -> RebuildRace.letVariantsFollow(run, edition));
    }
}
