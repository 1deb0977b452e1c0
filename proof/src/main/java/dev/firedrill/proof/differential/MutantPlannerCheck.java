package dev.firedrill.proof.differential;

import dev.firedrill.proof.mutants.Mutants;
import dev.firedrill.recovery.plan.Planner;
import dev.firedrill.recovery.plan.RulesPlanner;
import dev.firedrill.scenarios.sweep.PlannerCheck;
import dev.firedrill.workload.random.RandomHistory;
import java.util.List;
import java.util.Optional;

/** The check with the planner that is drilled: the shipped one, or that of a deliberately wrong recovery. */
public final class MutantPlannerCheck implements PlannerCheck {
    @Override
    public List<String> differences(RandomHistory history, Optional<String> broken) {
        Planner shipped = new RulesPlanner(RulesPlanner.USUAL_THRESHOLD);
        Planner drilled = broken.flatMap(Mutants::named)
                .map(mutant -> mutant.decision().apply(shipped))
                .orElse(shipped);
        return new DifferentialCheck(drilled).differences(history);
    }
}
