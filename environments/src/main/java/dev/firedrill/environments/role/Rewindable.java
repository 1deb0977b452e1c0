package dev.firedrill.environments.role;

import dev.firedrill.model.RecoveryPoint;

/**
 * The ability of a store to be put back to an earlier moment. Any point kept in any earlier incarnation can be reached,
 * any number of times and in any order, also after the store was lost; points can be kept after a rewind.
 */
public interface Rewindable {
    /** Whether this store can be put back at all; one that is not the harness's own may lack the means. */
    default boolean rewinds() {
        return true;
    }

    /**
     * Keeps the present state under a name. The store goes on serving meanwhile.
     *
     * @throws IllegalArgumentException when the name is taken
     * @throws dev.firedrill.model.EnvironmentFailure when the state could not be kept
     */
    void keep(RecoveryPoint point);

    /**
     * Puts the store back to {@code point}, identities included; what came later is gone. Connections to the store end.
     *
     * @throws IllegalArgumentException when the point was never kept
     * @throws dev.firedrill.model.EnvironmentFailure when the point could not be reached
     */
    void rewindTo(RecoveryPoint point);

    /**
     * Lets the store hold what it held at {@code point}, between two scenarios and by the cheapest means that leave no
     * difference to objects and their identities; where it held no object, namespaces and definitions may be ones that are
     * alike. Revisions may go on from where they are, and the incarnation may stay: for a disaster there is
     * {@link #rewindTo}.
     *
     * @throws IllegalArgumentException when the point was never kept
     * @throws dev.firedrill.model.EnvironmentFailure when the point could not be reached
     */
    default void resetTo(RecoveryPoint point) {
        rewindTo(point);
    }
}
