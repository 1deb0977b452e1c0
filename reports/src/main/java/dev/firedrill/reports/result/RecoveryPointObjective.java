package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.firedrill.model.Store;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much time of writing a disaster cost: promised by the user, bounded by the backups, and measured from the newest surviving acknowledged write back to
 * the disaster. Null where nothing is promised or measured.
 *
 * @param promised the most that may be lost, as the user says
 * @param bound the most that the backups account for: the age of the oldest that a store was put back to
 * @param joint measured to the newest point at which all stores agree
 * @param controlPlane measured in the control plane alone
 * @param git measured in git alone
 * @param database measured in the package cache alone
 */
@JsonPropertyOrder({"promised", "bound", "joint", "controlPlane", "git", "database"})
public record RecoveryPointObjective(
        @Nullable Duration promised,
        @Nullable Duration bound,
        @Nullable Duration joint,
        @Nullable Duration controlPlane,
        @Nullable Duration git,
        @Nullable Duration database) {
    /** Nothing promised, nothing measured. */
    public static RecoveryPointObjective unmeasured() {
        return new RecoveryPointObjective(null, null, null, null, null, null);
    }

    /** The same with what the user promises. */
    public RecoveryPointObjective promising(@Nullable Duration value) {
        return new RecoveryPointObjective(value, bound, joint, controlPlane, git, database);
    }

    /** What was measured in {@code store}; null when nothing was. */
    public @Nullable Duration of(Store store) {
        return switch (store) {
            case CONTROL_PLANE -> controlPlane;
            case GIT -> git;
            case DATABASE -> database;
        };
    }
}
