package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long a recovery took: promised by the user, and measured. Null where nothing is promised or measured.
 *
 * @param promised the longest that it may take, as the user says
 * @param total how long it took; null when it was not measured or never reached what the rules want
 * @param reached whether it reached what the rules want; null when nobody knows
 * @param phases how long each phase took, in the order in which they began, such as {@code detect}, {@code restore
 *     git}, {@code reconcile}, {@code verify}
 * @param promisedPhases the longest that each phase may take, where one is promised
 */
@JsonPropertyOrder({"promised", "total", "reached", "phases", "promisedPhases"})
public record RecoveryTimeObjective(
        @Nullable Duration promised,
        @Nullable Duration total,
        @Nullable Boolean reached,
        Map<String, Duration> phases,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Duration> promisedPhases) {
    public RecoveryTimeObjective {
        phases = Copies.map(phases);
        promisedPhases = Copies.map(promisedPhases);
    }

    /** A total with its phases, none of which has a promise of its own. */
    public RecoveryTimeObjective(@Nullable Duration promised, @Nullable Duration total, Map<String, Duration> phases) {
        this(promised, total, total == null ? null : true, phases, Map.of());
    }

    /** The same with what the user promises. */
    public RecoveryTimeObjective promising(@Nullable Duration value) {
        return new RecoveryTimeObjective(value, total, reached, phases, promisedPhases);
    }

    /** The same for a recovery that never ended in what the rules want: it took its time, and has no total. */
    public RecoveryTimeObjective notReached() {
        return new RecoveryTimeObjective(promised, null, false, phases, promisedPhases);
    }

    /** Nothing promised, nothing measured. */
    public static RecoveryTimeObjective unmeasured() {
        return new RecoveryTimeObjective(null, null, Map.of());
    }
}
