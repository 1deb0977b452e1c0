package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a scenario.
 *
 * @param at when it began
 * @param phase the phase that it belongs to, such as {@code disaster}, {@code detect}, {@code restore}, {@code
 *     reconcile}, {@code verify}
 * @param store the key of the store that it concerns ({@code controlPlane}, {@code git}, {@code database}); empty when
 *     it concerns all or none
 * @param what what happened, as a sentence
 * @param duration how long it lasted; null for a moment, or when it lasted until the next entry
 */
@JsonPropertyOrder({"at", "phase", "store", "what", "duration"})
public record TimelineEntry(
        Instant at,
        String phase,
        String store,
        String what,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Duration duration) {
    public TimelineEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(what, "what");
    }
}
