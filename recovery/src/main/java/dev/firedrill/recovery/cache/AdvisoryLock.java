package dev.firedrill.recovery.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A PostgreSQL session lock on a connection of its own; it goes when the process or the connection dies. */
final class AdvisoryLock implements PassLock {
    private static final String LOCK_TIMEOUT = "55P03";

    private final Connection connection;

    private AdvisoryLock(Connection connection) {
        this.connection = connection;
    }

    static AdvisoryLock take(Connections connections, String name, Duration patience) {
        try {
            Connection connection = connections.open();
            try {
                connection.setAutoCommit(true);
                lock(connection, name, patience);
                return new AdvisoryLock(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            if (SqlFailures.state(e).equals(LOCK_TIMEOUT)) {
                throw new CacheConflict("another recovery is aligning these stores; wait until it has ended.", e);
            }
            throw SqlFailures.translate(connections.database().place(), e);
        }
    }

    private static void lock(Connection connection, String name, Duration patience) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = " + Math.max(1, patience.toMillis()));
        }
        connection.setNetworkTimeout(
                Runnable::run, (int) patience.plusSeconds(30).toMillis());
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT pg_advisory_lock(hashtextextended(?, 0))")) {
            statement.setString(1, name);
            statement.execute();
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // A connection that cannot be closed is dead, and so is its lock.
        }
    }
}
