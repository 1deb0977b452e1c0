package dev.firedrill.recovery.engine;

import java.util.Optional;

/** What must be so for a deletion to go through. */
public record Preconditions(Optional<String> uid, Optional<String> version) {
    /** The object may be deleted in any version. */
    public static Preconditions none() {
        return new Preconditions(Optional.empty(), Optional.empty());
    }
}
