package dev.firedrill.environments.role;

import dev.firedrill.model.RecoveryPoint;
import java.util.LinkedHashMap;
import java.util.Map;

/** The recovery points of one store, each with what brings it back. */
public final class KeptPoints<T> {
    private final String store;
    private final Map<RecoveryPoint, T> points = new LinkedHashMap<>();

    /** @param store what messages call it, such as {@code the package cache} */
    public KeptPoints(String store) {
        this.store = store;
    }

    /**
     * Sees that a name is free, before anything is done for it.
     *
     * @throws IllegalArgumentException when it is taken
     */
    public void requireNew(RecoveryPoint point) {
        if (points.containsKey(point)) {
            throw new IllegalArgumentException(store + " has a recovery point " + point + " already");
        }
    }

    /** Keeps a point from now on. */
    public void put(RecoveryPoint point, T kept) {
        points.put(point, kept);
    }

    /**
     * What was kept.
     *
     * @throws IllegalArgumentException when the point was never kept
     */
    public T get(RecoveryPoint point) {
        T kept = points.get(point);
        if (kept == null) {
            throw new IllegalArgumentException(store + " has no recovery point " + point + ", only " + points.keySet());
        }
        return kept;
    }

    /** How many points were kept. */
    public int size() {
        return points.size();
    }
}
