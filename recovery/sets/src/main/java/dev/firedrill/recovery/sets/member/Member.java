package dev.firedrill.recovery.sets.member;

import dev.firedrill.recovery.sets.artefact.ArtefactWriter;
import dev.firedrill.recovery.sets.format.MemberKind;

/** A store, or a part of one, that a backup takes. */
public interface Member {
    /** Which kind of store it is. */
    MemberKind kind();

    /**
     * Takes all of it. What cannot be read whole is an error and never a smaller member.
     *
     * @throws dev.firedrill.recovery.sets.problem.StoreUnavailable when the store does not answer, or something in it is
     *     damaged or of a kind that could not be restored
     */
    Taken take(ArtefactWriter artefacts);
}
