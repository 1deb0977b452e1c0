package dev.firedrill.recovery.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A PostgreSQL session lock on a connection that does nothing else meanwhile; it goes when that or the process dies. */
final class AdvisoryLock implements PassLock {
    private static final String LOCK_TIMEOUT = "55P03";

    private final Connections connections;
    private final Connection connection;
    private final int usualTimeout;

    private AdvisoryLock(Connections connections, Connection connection) throws SQLException {
        this.connections = connections;
        this.connection = connection;
        this.usualTimeout = connection.getNetworkTimeout();
    }

    static AdvisoryLock take(Connections connections, String name, Duration patience) {
        try {
            Connection connection = connections.borrow();
            try {
                AdvisoryLock lock = new AdvisoryLock(connections, connection);
                connection.setAutoCommit(true);
                lock.await(name, patience);
                return lock;
            } catch (SQLException e) {
                connections.giveBack(connection, false);
                throw e;
            }
        } catch (SQLException e) {
            if (SqlFailures.state(e).equals(LOCK_TIMEOUT)) {
                throw new CacheConflict("another recovery is aligning these stores; wait until it has ended.", e);
            }
            throw SqlFailures.translate(connections.database().place(), e);
        }
    }

    private void await(String name, Duration patience) throws SQLException {
        connection.setNetworkTimeout(
                Runnable::run, (int) patience.plusSeconds(30).toMillis());
        String timeout = "SET lock_timeout = " + Math.max(1, patience.toMillis());
        try (PreparedStatement statement =
                connection.prepareStatement(timeout + "; SELECT pg_advisory_lock(hashtextextended(?, 0))")) {
            statement.setString(1, name);
            statement.execute();
        }
    }

    @Override
    public void close() {
        boolean asBefore = false;
        try (Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, usualTimeout);
            statement.execute("SELECT pg_advisory_unlock_all(); RESET lock_timeout");
            asBefore = true;
        } catch (SQLException e) {
            // A connection that does not answer is dead, and so is its lock.
        }
        connections.giveBack(connection, asBefore);
    }
}
