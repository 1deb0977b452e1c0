package dev.firedrill.recovery.cache.connection;

import dev.firedrill.recovery.port.CacheConflict;
import dev.firedrill.recovery.port.PassLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL session lock on a connection that does nothing else meanwhile; it goes when that or the process dies.
 *
 * <p>A process whose machine or network is gone does not say that it ends. The server therefore gives the session up when
 * it hears nothing for {@link #SILENCE_SECONDS}, and the holder says something much more often. Probes of TCP alone would
 * not do: a proxy between may go on answering them for a process that is gone.
 */
public final class AdvisoryLock implements PassLock {
    /** How long a holder may be silent before its lock is another's to take. */
    public static final int SILENCE_SECONDS = 10;

    private static final int SECONDS_BETWEEN_SIGNS = 2;
    private static final String LOCK_TIMEOUT = "55P03";
    private static final String KEY = "hashtextextended(?, 0)";

    private final Connections connections;
    private final Connection connection;
    private final int usualTimeout;
    private final ScheduledExecutorService signs = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "pass-lock");
        thread.setDaemon(true);
        return thread;
    });

    private AdvisoryLock(Connections connections, Connection connection) throws SQLException {
        this.connections = connections;
        this.connection = connection;
        this.usualTimeout = connection.getNetworkTimeout();
    }

    public static AdvisoryLock take(Connections connections, String name, Duration patience) {
        try {
            Connection connection = connections.borrow();
            try {
                AdvisoryLock lock = new AdvisoryLock(connections, connection);
                connection.setAutoCommit(true);
                lock.await(name, patience);
                lock.hold();
                return lock;
            } catch (SQLException e) {
                connections.giveBack(connection, false);
                throw e;
            }
        } catch (SQLException e) {
            if (SqlFailures.state(e).equals(LOCK_TIMEOUT)) {
                throw new CacheConflict(
                        "another recovery is aligning these stores, " + LockHolder.of(connections, name, KEY)
                                + "; wait until it has ended, or end it.",
                        e);
            }
            throw SqlFailures.translate(connections.database().place(), e);
        }
    }

    private void await(String name, Duration patience) throws SQLException {
        connection.setNetworkTimeout(
                Runnable::run, (int) patience.plusSeconds(30).toMillis());
        String timeout = "SET lock_timeout = " + Math.max(1, patience.toMillis());
        try (PreparedStatement statement =
                connection.prepareStatement(timeout + "; SELECT pg_advisory_lock(" + KEY + ")")) {
            statement.setString(1, name);
            statement.execute();
        }
    }

    /** From now on the session ends when the server hears nothing of it, and says who it is to those who wait. */
    private void hold() throws SQLException {
        Sessions.set(connection, "application_name", LockHolder.ourName());
        Sessions.set(connection, "idle_session_timeout", SILENCE_SECONDS + "s");
        connection.setNetworkTimeout(
                Runnable::run, (int) Duration.ofSeconds(SILENCE_SECONDS).toMillis());
        String sign = LockHolder.sign();
        signs.scheduleWithFixedDelay(
                () -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sign);
                    } catch (SQLException e) {
                        // The session is gone and with it the lock; there is nothing left to give a sign of.
                        signs.shutdown();
                    }
                },
                0,
                SECONDS_BETWEEN_SIGNS,
                TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        signs.shutdownNow();
        boolean asBefore = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock_all(); RESET lock_timeout");
            Sessions.set(connection, "idle_session_timeout", "0");
            Sessions.set(connection, "application_name", Sessions.NAME);
            connection.setNetworkTimeout(Runnable::run, usualTimeout);
            asBefore = true;
        } catch (SQLException e) {
            // A connection that does not answer is dead, and so is its lock.
        }
        connections.giveBack(connection, asBefore);
    }
}
