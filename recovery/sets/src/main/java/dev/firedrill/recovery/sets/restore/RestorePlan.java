package dev.firedrill.recovery.sets.restore;

import dev.firedrill.recovery.sets.artefact.ArtefactReader;
import dev.firedrill.recovery.sets.member.MemberTarget;
import dev.firedrill.recovery.sets.member.TargetLook;
import dev.firedrill.recovery.sets.verify.VerifiedSet;
import java.util.List;

/**
 * What a restore would do.
 *
 * @param set the set, verified
 * @param steps in the order in which they would be done
 */
public record RestorePlan(VerifiedSet set, List<Step> steps) {
    /**
     * One member.
     *
     * @param artefacts of the member
     * @param target where it goes
     * @param look what is there
     * @param replace whether that may go
     */
    public record Step(ArtefactReader artefacts, MemberTarget target, TargetLook look, boolean replace) {
        /** The member's alias. */
        public String alias() {
            return artefacts.metadata().alias();
        }

        /** Whether it may be done. */
        public boolean isAllowed() {
            return look.isSafe() || replace;
        }
    }
}
