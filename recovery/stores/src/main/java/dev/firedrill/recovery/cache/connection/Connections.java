package dev.firedrill.recovery.cache.connection;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * A small pool of connections. A transaction that meets a dead pooled connection before it commits is run once more on
 * a new one, so that a restarted database costs nothing; a connection lost while committing is reported, because
 * it is unknown whether the commit arrived.
 */
public final class Connections implements AutoCloseable {
    private static final int MOST = 8;
    private static final int ATTEMPTS_ON_CONFLICT = 3;
    private static final int SECONDS_TO_ANSWER = 5;

    private final Database database;
    private final Semaphore permits = new Semaphore(MOST, true);
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Plans plans = new Plans();
    private final Runnable onLoss;

    /** @param onLoss runs when a session ended without being closed here */
    public Connections(Database database, Runnable onLoss) {
        this.database = database;
        this.onLoss = onLoss;
    }

    /**
     * Runs {@code work}, which only reads, without a transaction around it: a statement costs one round trip and sees one
     * state of all tables, two statements may see two.
     */
    public <T> T read(SqlWork<T> work) {
        return run(work, Kind.READ);
    }

    /** Runs {@code work}, which only reads, in a transaction: all its statements see one state of all tables. */
    public <T> T snapshot(SqlWork<T> work) {
        return run(work, Kind.SNAPSHOT);
    }

    /** Runs {@code work} in a transaction. */
    public <T> T write(SqlWork<T> work) {
        return run(work, Kind.WRITE);
    }

    private <T> T run(SqlWork<T> work, Kind kind) {
        permits.acquireUninterruptibly();
        try {
            return attempt(work, kind, 1);
        } catch (SQLException e) {
            throw SqlFailures.translate(database.place(), e);
        } finally {
            permits.release();
        }
    }

    private <T> T attempt(SqlWork<T> work, Kind kind, int attempt) throws SQLException {
        Optional<Connection> pooled = Optional.ofNullable(idle.pollFirst());
        Connection connection = pooled.isPresent() ? pooled.get() : open();
        T result;
        try {
            connection.setAutoCommit(kind == Kind.READ);
            if (kind == Kind.WRITE) {
                plans.keepUp(connection);
            }
            result = work.run(connection);
        } catch (SQLException e) {
            boolean dead = SqlFailures.isConnectionLoss(e);
            giveBack(connection, !dead);
            if (dead && pooled.isPresent()) {
                onLoss.run();
                forgetIdle();
                return attempt(work, kind, attempt);
            }
            if (SqlFailures.isTransient(e) && attempt < ATTEMPTS_ON_CONFLICT) {
                return attempt(work, kind, attempt + 1);
            }
            throw e;
        } catch (RuntimeException | Error e) {
            giveBack(connection, true);
            throw e;
        }
        end(connection);
        return result;
    }

    private void end(Connection connection) throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            giveBack(connection, false);
            throw e;
        }
        idle.addFirst(connection);
    }

    /** A living connection for the caller alone, from the pool if it has one, until {@link #giveBack}. */
    Connection borrow() throws SQLException {
        Connection pooled = idle.pollFirst();
        if (pooled == null) {
            return open();
        }
        if (pooled.isValid(SECONDS_TO_ANSWER)) {
            return pooled;
        }
        abandon(pooled);
        onLoss.run();
        forgetIdle();
        return open();
    }

    /** Takes a connection back, for the pool if it is {@code alive}. */
    void giveBack(Connection connection, boolean alive) {
        try {
            if (alive) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                idle.addFirst(connection);
            } else {
                plans.forget(connection);
                connection.close();
            }
        } catch (SQLException e) {
            abandon(connection);
        }
    }

    private Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password().get());
        properties.setProperty("ApplicationName", Sessions.NAME);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        database.authorities().ifPresent(file -> {
            properties.setProperty("sslmode", "verify-full");
            properties.setProperty("sslrootcert", file.toString());
        });
        Connection connection = DriverManager.getConnection(database.url(), properties);
        Sessions.begin(connection);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    Database database() {
        return database;
    }

    private void forgetIdle() {
        for (Connection connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            abandon(connection);
        }
    }

    private void abandon(Connection connection) {
        plans.forget(connection);
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It is gone already, which is what we want.
        }
    }

    @Override
    public void close() {
        forgetIdle();
    }

    private enum Kind {
        READ,
        SNAPSHOT,
        WRITE
    }
}
