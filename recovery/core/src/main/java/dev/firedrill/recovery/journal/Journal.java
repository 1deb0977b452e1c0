package dev.firedrill.recovery.journal;

/**
 * Receives every step of the recovery right after it took effect in a store. Steps are numbered from 1 in the order in
 * which they happened in this process, so that a rehearsal can end the process after each of them in turn.
 */
public interface Journal {
    /** {@code what} (a {@link Step}) took effect on {@code subject}, an object's name. */
    void step(Step what, String subject);

    /** A journal that keeps nothing. */
    static Journal none() {
        return (what, subject) -> {};
    }
}
