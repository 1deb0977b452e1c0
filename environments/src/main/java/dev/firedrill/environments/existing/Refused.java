package dev.firedrill.environments.existing;

import dev.firedrill.vocabulary.LaboratoryBroken;

/** The interlock did not let something happen to a store that is not ours; nothing was touched. */
public final class Refused extends LaboratoryBroken {
    private static final long serialVersionUID = 1L;

    /** @param message what was refused, on what, why, and what to do */
    public Refused(String message) {
        super(message);
    }
}
