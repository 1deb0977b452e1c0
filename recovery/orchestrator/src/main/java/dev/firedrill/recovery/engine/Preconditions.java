package dev.firedrill.recovery.engine;

import java.util.Optional;

/** What must be so for a deletion to go through. */
public record Preconditions(Optional<String> uid, Optional<String> version) {
    /** Whatever is there may be deleted. */
    public static Preconditions none() {
        return new Preconditions(Optional.empty(), Optional.empty());
    }
}
