package dev.firedrill.recovery.journal;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Places at which a rehearsal stops the process.
 *
 * @param haltAfter the number of the step right after which the process ends as if it had been killed
 * @param pauseAt the step right after which the process stops moving, so that it can be killed there
 */
public record Failpoints(OptionalInt haltAfter, Optional<Step> pauseAt) {
    /** None. */
    public static Failpoints none() {
        return new Failpoints(OptionalInt.empty(), Optional.empty());
    }

    /** Whether there is one. */
    public boolean isActive() {
        return haltAfter.isPresent() || pauseAt.isPresent();
    }
}
