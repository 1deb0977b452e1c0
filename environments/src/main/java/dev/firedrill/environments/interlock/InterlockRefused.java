package dev.firedrill.environments.interlock;

import dev.firedrill.model.EnvironmentFailure;

/** The interlock did not let something happen to a store that is not ours; nothing was touched. */
public final class InterlockRefused extends EnvironmentFailure {
    private static final long serialVersionUID = 1L;

    /** @param message what was refused, on what, why, and what to do */
    public InterlockRefused(String message) {
        super(message);
    }
}
