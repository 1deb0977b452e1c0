package dev.firedrill.proof.differential;

import dev.firedrill.oracle.expect.SurvivingState;
import dev.firedrill.workload.world.RevisionId;
import dev.firedrill.workload.world.RevisionState;
import java.util.Map;

/**
 * The seam at which something that recovers is compared with the model: what is left goes in, what will be comes out.
 */
@FunctionalInterface
public interface RecoveryModel {
    /**
     * @param survivors what the three stores hold
     * @param removalConfirmed whether an operator confirms removals
     */
    Plan recover(SurvivingState survivors, boolean removalConfirmed);

    /**
     * What a planner would make of the cache.
     *
     * @param listed what the public API would list
     * @param quarantined what would be kept out of sight
     */
    record Plan(Map<RevisionId, RevisionState> listed, Map<RevisionId, RevisionState> quarantined) {
        public Plan {
            listed = Map.copyOf(listed);
            quarantined = Map.copyOf(quarantined);
        }
    }
}
