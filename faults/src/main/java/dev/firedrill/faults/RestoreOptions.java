package dev.firedrill.faults;

import dev.firedrill.model.RecoveryPoint;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * How stores are put back to a point, where the usual way is not what a scenario is about.
 *
 * @param moments points that the package cache is put back to by their time, because nobody kept them by name
 * @param resourceVersionsPass whether a control plane that is put back has resource versions beyond those of the disaster
 */
public record RestoreOptions(Map<RecoveryPoint, OffsetDateTime> moments, boolean resourceVersionsPass) {
    /** By name, and with the resource versions of the point. */
    public static final RestoreOptions USUAL = new RestoreOptions(Map.of(), false);

    public RestoreOptions {
        moments = Map.copyOf(moments);
    }
}
