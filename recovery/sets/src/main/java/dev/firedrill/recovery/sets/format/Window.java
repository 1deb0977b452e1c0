package dev.firedrill.recovery.sets.format;

import java.time.Instant;

/**
 * The time within which a member was taken: what was acknowledged before {@code from} is in it, what began after {@code to} is
 * not. A consistent snapshot is a moment, so that both are the same.
 */
public record Window(Instant from, Instant to) {
    /** A member that shows one moment. */
    public static Window moment(Instant at) {
        return new Window(at, at);
    }
}
