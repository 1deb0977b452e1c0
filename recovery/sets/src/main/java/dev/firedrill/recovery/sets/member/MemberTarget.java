package dev.firedrill.recovery.sets.member;

import dev.firedrill.recovery.sets.artefact.ArtefactReader;
import dev.firedrill.recovery.sets.format.MemberKind;
import java.util.List;

/** A store that a member is restored into. */
public interface MemberTarget {
    /** Which kind of member it takes. */
    MemberKind kind();

    /**
     * Looks at the store without changing it.
     *
     * @throws dev.firedrill.recovery.sets.problem.StoreUnavailable when it does not answer
     */
    TargetLook look(ArtefactReader artefacts);

    /**
     * Makes the store what the member says. Doing it again, or after a kill at any moment, ends in the same state.
     *
     * @param replace whether what is in the store and not in the member may go
     * @return what a person should know, a sentence each
     */
    List<String> restore(ArtefactReader artefacts, boolean replace);

    /**
     * Reads the store back and compares it with the member.
     *
     * @return each difference in a sentence; empty when there is none
     */
    List<String> differences(ArtefactReader artefacts);
}
