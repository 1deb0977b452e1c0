package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long a recovery took: promised and measured. Null where nothing is promised or measured.
 *
 * @param promised the longest that it may take
 * @param total how long it took
 * @param phases how long each phase took, in the order in which they began, such as {@code detect}, {@code restore
 *     git}, {@code reconcile}, {@code verify}
 * @param promisedPhases the longest that each phase may take, where one is promised
 */
@JsonPropertyOrder({"promised", "total", "phases", "promisedPhases"})
public record RecoveryTimeObjective(
        @Nullable Duration promised,
        @Nullable Duration total,
        Map<String, Duration> phases,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Duration> promisedPhases) {
    public RecoveryTimeObjective {
        phases = Copies.map(phases);
        promisedPhases = Copies.map(promisedPhases);
    }

    /** A total with its phases, none of which has a promise of its own. */
    public RecoveryTimeObjective(@Nullable Duration promised, @Nullable Duration total, Map<String, Duration> phases) {
        this(promised, total, phases, Map.of());
    }

    /** Nothing promised, nothing measured. */
    public static RecoveryTimeObjective unmeasured() {
        return new RecoveryTimeObjective(null, null, Map.of());
    }
}
