package dev.firedrill.proof.mutants;

import dev.firedrill.recovery.plan.Planner;
import dev.firedrill.recovery.reconcile.RecoveryComponents;
import java.util.function.UnaryOperator;

/**
 * One mistake.
 *
 * @param name what it is called on the command line
 * @param mistake what it does wrong, as a sentence without its subject
 * @param scenario a tag expression for the scenario that must turn red
 * @param reason a regular expression that the scenario's failure must contain: red for another reason proves nothing
 * @param decision makes the shipped decision wrong; leaves it as it is where only the acting is wrong
 * @param action makes the components wrong with which the shipped recovery acts; leaves them where only the decision is wrong
 */
public record Mutant(
        String name,
        String mistake,
        String scenario,
        String reason,
        UnaryOperator<Planner> decision,
        UnaryOperator<RecoveryComponents> action) {
    private static final UnaryOperator<Planner> AS_SHIPPED = planner -> planner;

    /** One that decides wrongly. */
    static Mutant deciding(
            String name, String mistake, String scenario, String reason, UnaryOperator<Planner> decision) {
        return new Mutant(name, mistake, scenario, reason, decision, UnaryOperator.identity());
    }

    /** One that decides well and sees or writes wrongly. */
    static Mutant acting(
            String name, String mistake, String scenario, String reason, UnaryOperator<RecoveryComponents> action) {
        return new Mutant(name, mistake, scenario, reason, AS_SHIPPED, action);
    }

    /** Whether the mistake is in the decision. */
    public boolean decidesWrongly() {
        return decision != AS_SHIPPED;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Makes the shipped components wrong. */
    public RecoveryComponents breaking(RecoveryComponents shipped) {
        return action.apply(shipped.withPlanner(decision.apply(shipped.planner())));
    }
}
