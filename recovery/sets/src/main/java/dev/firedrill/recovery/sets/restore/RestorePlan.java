package dev.firedrill.recovery.sets.restore;

import dev.firedrill.recovery.sets.artefact.ArtefactReader;
import dev.firedrill.recovery.sets.format.MemberMetadata;
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
    /** The members that are in the set and have no target: they are left alone. */
    public List<String> leftAlone() {
        List<String> chosen = steps.stream().map(Step::alias).toList();
        return set.members().stream()
                .map(MemberMetadata::alias)
                .filter(alias -> !chosen.contains(alias))
                .toList();
    }

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
