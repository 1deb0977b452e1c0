package dev.firedrill.environments.postgres.container;

import dev.firedrill.environments.postgres.Login;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Copies of the cache's database as it was at kept points, on the same server. One that is made is in every timeline that is
 * put back to a later moment of this one.
 */
final class DatabaseCopies {
    private final Login harness;

    DatabaseCopies(Login harness) {
        this.harness = harness;
    }

    /** Something that can only be done while nobody is connected to the cache. */
    @FunctionalInterface
    private interface Beside {
        boolean on(Connection connection) throws SQLException;
    }

    /** Copies the database as it is. A copy that cannot be made is missed by {@link #bringBack}, which then does nothing. */
    void make(String name) {
        beside(connection -> {
            Login.execute(connection, "CREATE DATABASE \"" + name + "\" TEMPLATE " + Login.CACHE);
            return true;
        });
    }

    /**
     * Makes the database anew from a copy, if there is one.
     *
     * @return whether it holds now what the copy holds; if not, it may hold nothing
     */
    boolean bringBack(String name) {
        return beside(connection -> {
            if (Login.value(connection, "SELECT count(*) FROM pg_database WHERE datname = '" + name + "'")
                    .equals("0")) {
                return false;
            }
            Login.execute(connection, "DROP DATABASE " + Login.CACHE + " WITH (FORCE)");
            Login.execute(
                    connection, "CREATE DATABASE " + Login.CACHE + " TEMPLATE \"" + name + "\" OWNER " + Login.CACHE);
            return true;
        });
    }

    private boolean beside(Beside task) {
        try (Connection connection = harness.connect("postgres")) {
            return task.on(connection);
        } catch (SQLException refused) {
            // A scenario left the server in a bad state; the caller rewinds it instead.
            return false;
        }
    }
}
