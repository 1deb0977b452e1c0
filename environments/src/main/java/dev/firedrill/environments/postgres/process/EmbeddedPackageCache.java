package dev.firedrill.environments.postgres.process;

import dev.firedrill.environments.postgres.Login;
import dev.firedrill.environments.postgres.pitr.PointInTimeRecovery;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.process.Secrets;
import dev.firedrill.environments.role.Instrumented;
import dev.firedrill.environments.role.Killable;
import dev.firedrill.environments.role.PackageCache;
import dev.firedrill.environments.role.RewindableByTime;
import dev.firedrill.environments.role.Supervised;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Product;
import dev.firedrill.model.RecoveryPoint;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * The package cache as a real PostgreSQL that belongs to the harness, put back by {@link PointInTimeRecovery} into a new
 * directory; what a recovery to a point produced is used again for the next rewind to the same point.
 *
 * <p>Commits wait for their log to be written but not for the disk ({@code fsync} is off): {@code kill -9} loses
 * nothing that was committed, a power cut might. Safe for use by several threads.
 */
public final class EmbeddedPackageCache implements PackageCache, Killable, RewindableByTime, Supervised, Instrumented {
    private final EmbeddedServer server;
    private final PointInTimeRecovery recovery;

    private EmbeddedPackageCache(ProcessSupervisor supervisor, long replayedAtMost) {
        server = new EmbeddedServer(supervisor);
        recovery = new PointInTimeRecovery(server, replayedAtMost);
        recovery.begin();
    }

    /**
     * Starts an empty package cache on a free port of 127.0.0.1. The first start on a machine takes some seconds, later
     * ones less than one.
     *
     * @param supervisor holds its processes and files
     * @throws EnvironmentFailure when PostgreSQL does not come up
     */
    public static EmbeddedPackageCache open(ProcessSupervisor supervisor) {
        return open(supervisor, PointInTimeRecovery.REPLAYED_AT_MOST);
    }

    static EmbeddedPackageCache open(ProcessSupervisor supervisor, long replayedAtMost) {
        return new EmbeddedPackageCache(supervisor, replayedAtMost);
    }

    @Override
    public Product product() {
        return new Product("embedded", "PostgreSQL", server.version(), true);
    }

    @Override
    public DatabaseAddress address() {
        return addressThrough(endpoint());
    }

    @Override
    public InetSocketAddress endpoint() {
        return new InetSocketAddress("127.0.0.1", server.cache().port());
    }

    @Override
    public DatabaseAddress addressThrough(InetSocketAddress link) {
        return server.cache().through(link);
    }

    /**
     * Makes an empty database beside the cache, with an owner who may do nothing else: what somebody else's server has to
     * offer. Nobody may be connected to the cache; the database is gone after its next loss or rewind.
     *
     * @param name small letters and digits, the name of the database and of its owner
     */
    public synchronized DatabaseAddress provide(String name) {
        if (!name.matches("[a-z][a-z0-9]{0,30}")) {
            throw new IllegalArgumentException("'" + name + "' cannot name a database here");
        }
        Login owner = new Login(server.cache().port(), name, Secrets.random());
        return recovery.onServer("make the database " + name, connection -> {
            Login.execute(connection, "CREATE ROLE \"" + name + "\" LOGIN PASSWORD '" + owner.password() + "'");
            // The cache's own database is the only one that there is to make another from.
            Login.execute(
                    connection, "CREATE DATABASE \"" + name + "\" OWNER \"" + name + "\" TEMPLATE " + Login.CACHE);
            try (Connection within = server.harness().connect(name)) {
                Login.execute(within, "DROP SCHEMA public CASCADE");
                Login.execute(within, "CREATE SCHEMA public AUTHORIZATION pg_database_owner");
            }
            return owner.through(endpoint(), name);
        });
    }

    @Override
    public synchronized String incarnation() {
        return recovery.incarnation();
    }

    @Override
    public synchronized Map<String, Long> asked() {
        return recovery.onServer("tell what it was asked", connection -> StatementCount.asked(connection, Login.CACHE));
    }

    @Override
    public synchronized void keep(RecoveryPoint point) {
        recovery.keep(point);
    }

    @Override
    public synchronized void rewindTo(RecoveryPoint point) {
        recovery.rewindTo(point);
    }

    @Override
    public synchronized void rewindTo(OffsetDateTime moment) {
        recovery.rewindTo(moment);
    }

    @Override
    public synchronized void lose() {
        recovery.lose();
    }

    @Override
    public synchronized void kill() {
        server.kill();
    }

    @Override
    public synchronized void start() {
        server.startAgain();
    }

    @Override
    public synchronized Optional<String> endedByItself() {
        return server.endedByItself();
    }

    @Override
    public synchronized void close() {
        recovery.end();
        server.clear();
    }
}
