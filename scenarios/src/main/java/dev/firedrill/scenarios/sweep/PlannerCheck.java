package dev.firedrill.scenarios.sweep;

import dev.firedrill.workload.random.RandomHistory;
import java.util.List;
import java.util.Optional;

/**
 * Compares what a recovery would plan with what the oracle expects, without stores. A history that fails here is made
 * smaller at no cost; where nothing of the kind is at hand, it is made smaller on real stores.
 */
@FunctionalInterface
public interface PlannerCheck {
    /**
     * What the two say differently about one history, a sentence an object; empty when they agree.
     *
     * @param broken the deliberately wrong recovery that plans, if one does
     */
    List<String> differences(RandomHistory history, Optional<String> broken);
}
