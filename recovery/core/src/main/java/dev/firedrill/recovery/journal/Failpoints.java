package dev.firedrill.recovery.journal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Places at which a rehearsal stops the process.
 *
 * @param haltAfter the number of the step right after which the process ends as if it had been killed
 * @param pauseAt the step right after which the process stops moving, so that it can be killed there
 * @param pauseAfter the number of the step right after which the process stops moving
 * @param pauseUntil the file whose appearance lets a process that stopped moving go on; without it, it never does
 */
public record Failpoints(
        OptionalInt haltAfter, Optional<Step> pauseAt, OptionalInt pauseAfter, Optional<Path> pauseUntil) {
    /** A halt after a number of steps, or a pause at a step for good. */
    public Failpoints(OptionalInt haltAfter, Optional<Step> pauseAt) {
        this(haltAfter, pauseAt, OptionalInt.empty(), Optional.empty());
    }

    /** None. */
    public static Failpoints none() {
        return new Failpoints(OptionalInt.empty(), Optional.empty());
    }

    /** Whether there is one. */
    public boolean isActive() {
        return haltAfter.isPresent() || pauseAt.isPresent() || pauseAfter.isPresent();
    }

    /** Whether the process ends after its step number {@code n}. */
    boolean haltsAfter(int n) {
        return haltAfter.isPresent() && haltAfter.getAsInt() == n;
    }

    /** Whether the process stops moving after its step number {@code n}, which is {@code what}. */
    boolean pausesAfter(int n, Step what) {
        return pauseAt.equals(Optional.of(what)) || pauseAfter.isPresent() && pauseAfter.getAsInt() == n;
    }
}
