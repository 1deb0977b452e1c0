package dev.firedrill.recovery.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** The pages about the process itself: {@code /readyz} and {@code /status}. */
public interface Pages {
    /** Whether a complete pass that began after {@code since} has ended well. */
    Page ready(Optional<Instant> since);

    /** Everything that an operator may want to know. */
    ObjectNode status();

    /** An answer of a page. */
    record Page(boolean good, ObjectNode body) {}
}
