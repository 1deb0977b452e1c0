package dev.firedrill.environments.role;

import java.time.OffsetDateTime;

/** The ability of a store to be put back to any moment of its past, and not only to points that were kept. */
public interface RewindableByTime {
    /**
     * Puts the store back to {@code moment}: everything committed up to and at that moment is there, nothing later is.
     * Connections to the store end.
     *
     * @throws IllegalArgumentException when the moment cannot be reached, because it is earlier than the first
     *     consistent point, later than the last archived log, or on a timeline that was abandoned; the message names the
     *     reachable window, and the store is untouched
     * @throws dev.firedrill.model.EnvironmentFailure when recovery failed
     */
    void rewindTo(OffsetDateTime moment);
}
