package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.firedrill.model.Witness;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Proof, independent of the injector, that a fault happened, as it is reported.
 *
 * @param fault what was to happen, as a sentence
 * @param seen what was observed, as a sentence; empty when nothing was
 * @param at when it was observed, if that is known
 */
@JsonPropertyOrder({"fault", "seen", "at"})
public record WitnessReport(
        String fault,
        String seen,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant at) {
    public WitnessReport {
        Objects.requireNonNull(fault, "fault");
        Objects.requireNonNull(seen, "seen");
    }

    /** Reports {@code witness} without a time. */
    public static WitnessReport of(Witness witness) {
        return new WitnessReport(witness.fault(), witness.seen(), null);
    }

    /** Whether the fault was observed. */
    public boolean convincing() {
        return !seen.isBlank();
    }
}
