package dev.firedrill.model;

import java.util.Objects;

/**
 * A named moment to which stores can be put back, such as {@code P1}. A marker written into every store just before the
 * point is kept tells afterwards which point a store really reached.
 *
 * @param name what the scenario calls the point
 */
public record RecoveryPoint(String name) {
    /** The first recovery point of a history. */
    public static final RecoveryPoint P1 = new RecoveryPoint("P1");
    /** The second recovery point of a history, later than {@link #P1}. */
    public static final RecoveryPoint P2 = new RecoveryPoint("P2");
    /** The moment of the disaster. */
    public static final RecoveryPoint DISASTER = new RecoveryPoint("D");

    public RecoveryPoint {
        Objects.requireNonNull(name, "name");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")) {
            throw new IllegalArgumentException(
                    "recovery point '" + name + "': use 1 to 63 letters, digits, dots, dashes or underscores");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
