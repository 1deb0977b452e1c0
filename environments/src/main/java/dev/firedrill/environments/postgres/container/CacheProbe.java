package dev.firedrill.environments.postgres.container;

import dev.firedrill.environments.postgres.Login;
import dev.firedrill.model.Witness;
import java.sql.Connection;
import java.sql.SQLException;

/** Sees for itself whether the database does something, by a connection of its own that gives up soon. */
record CacheProbe(Login harness) {
    private static final int SECONDS = 2;

    /** What a fault would keep the database from doing. */
    @FunctionalInterface
    interface Attempt {
        void on(Connection connection) throws SQLException;
    }

    /** What the attempt was refused with; blank when nothing refused it. */
    Witness witness(String fault, Attempt attempt) {
        try (Connection connection = harness.connect(Login.CACHE, SECONDS)) {
            attempt.on(connection);
            return new Witness(fault, "");
        } catch (SQLException refused) {
            return new Witness(fault, "a connection of the harness: " + refused.getMessage());
        }
    }
}
