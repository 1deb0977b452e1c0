package dev.firedrill.environments.role.system;

/** Ability of a system to look at its stores only when something tells it to, and to count its looks. */
public interface WatchesOnly {
    /** It practically never looks by itself. */
    StartOptions watchingOnly();

    /** How many looks at everything it has completed since it was started; 0 when it does not answer. */
    long looks();
}
