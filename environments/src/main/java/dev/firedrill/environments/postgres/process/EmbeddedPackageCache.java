package dev.firedrill.environments.postgres.process;

import dev.firedrill.environments.postgres.timeline.Timeline;
import dev.firedrill.environments.postgres.timeline.Timeline.Origin;
import dev.firedrill.environments.process.Ports;
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
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The package cache as a real PostgreSQL that belongs to the harness. Its log is archived from the start. Points are
 * named restore points in that log, and rewinding is PostgreSQL's own point-in-time recovery into a new directory;
 * what a recovery to a point produced is kept shut down and used again for the next rewind to the same point.
 *
 * <p>Commits wait for their log to be written but not for the disk ({@code fsync} is off): {@code kill -9} loses
 * nothing that was committed, a power cut might. Safe for use by several threads.
 */
public final class EmbeddedPackageCache implements PackageCache, Killable, RewindableByTime, Supervised, Instrumented {
    /** Beyond this much log a new base backup is cheaper than replaying. */
    private static final long REPLAYED_AT_MOST = 16L << 20;

    private static final AtomicInteger OPENED = new AtomicInteger();

    /** A kept point: a restore point in the log of one life. */
    private record Kept(Timeline life, String restorePoint, Instant at) {}

    private final PostgresBinaries binaries;
    private final PointInTimeRecovery recovery;
    private final TimelineManager succession;
    private final Login cache;
    private final long replayedAtMost;
    private final Map<RecoveryPoint, Kept> points = new LinkedHashMap<>();
    private final Map<RecoveryPoint, Path> recovered = new HashMap<>();

    private EmbeddedPackageCache(ProcessSupervisor leash, long replayedAtMost) {
        this.replayedAtMost = replayedAtMost;
        int port = Ports.free();
        cache = new Login(port, Login.CACHE, Secrets.random());
        binaries = PostgresBinaries.unpacked();
        recovery = new PointInTimeRecovery(binaries, leash);
        succession = new TimelineManager(
                binaries,
                leash,
                "package-cache-" + OPENED.incrementAndGet(),
                new Login(port, Login.HARNESS, Secrets.random()),
                cache);
    }

    /**
     * Starts an empty package cache on a free port of 127.0.0.1. The first start on a machine takes some seconds, later
     * ones less than one.
     *
     * @param leash holds its processes and files
     * @throws EnvironmentFailure when PostgreSQL does not come up
     */
    public static EmbeddedPackageCache open(ProcessSupervisor leash) {
        return open(leash, REPLAYED_AT_MOST);
    }

    static EmbeddedPackageCache open(ProcessSupervisor leash, long replayedAtMost) {
        EmbeddedPackageCache opened = new EmbeddedPackageCache(leash, replayedAtMost);
        opened.succession.serveEmpty(null);
        return opened;
    }

    @Override
    public Product product() {
        return new Product("embedded", "PostgreSQL", binaries.version(), true);
    }

    @Override
    public DatabaseAddress address() {
        return cache.through(endpoint());
    }

    @Override
    public InetSocketAddress endpoint() {
        return new InetSocketAddress("127.0.0.1", cache.port());
    }

    @Override
    public DatabaseAddress addressThrough(InetSocketAddress link) {
        return cache.through(link);
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
        Login owner = new Login(cache.port(), name, Secrets.random());
        return succession.onServer("make the database " + name, connection -> {
            Login.execute(connection, "CREATE ROLE \"" + name + "\" LOGIN PASSWORD '" + owner.password() + "'");
            // The cache's own database is the only one that there is to make another from.
            Login.execute(
                    connection, "CREATE DATABASE \"" + name + "\" OWNER \"" + name + "\" TEMPLATE " + Login.CACHE);
            try (Connection within = succession.harness().connect(name)) {
                Login.execute(within, "DROP SCHEMA public CASCADE");
                Login.execute(within, "CREATE SCHEMA public AUTHORIZATION pg_database_owner");
            }
            return owner.through(endpoint(), name);
        });
    }

    @Override
    public synchronized String incarnation() {
        return succession.onServer("read the identity of the package cache", LogShipping::identity);
    }

    @Override
    public synchronized Map<String, Long> asked() {
        return succession.onServer(
                "read what the package cache was asked", connection -> StatementCount.asked(connection, Login.CACHE));
    }

    @Override
    public synchronized void keep(RecoveryPoint point) {
        if (points.containsKey(point)) {
            throw new IllegalArgumentException("the package cache has a recovery point " + point + " already");
        }
        Kept kept = succession.onServer("keep recovery point " + point + " of the package cache", connection -> {
            String restorePoint = "firedrill-" + points.size() + "-" + point;
            succession.backUpBeyond(replayedAtMost, connection);
            Instant at = LogShipping.now(connection);
            LogShipping.restorePoint(connection, restorePoint);
            succession.ship(connection);
            return new Kept(succession.presentLife(), restorePoint, at);
        });
        points.put(point, kept);
    }

    @Override
    public synchronized void rewindTo(RecoveryPoint point) {
        Kept kept = points.get(point);
        if (kept == null) {
            throw new IllegalArgumentException(
                    "the package cache has no recovery point " + point + ", only " + points.keySet());
        }
        Path image = recovered.computeIfAbsent(point, absent -> {
            Path target = succession.newFolder("recovered");
            recovery.recover(kept.life(), kept.at(), kept.restorePoint(), target);
            return target;
        });
        succession.serve(image, new Origin(kept.life(), kept.at()));
    }

    @Override
    public synchronized void rewindTo(OffsetDateTime moment) {
        // PostgreSQL's times have microseconds.
        Instant target = moment.toInstant().truncatedTo(ChronoUnit.MICROS);
        if (succession.runs()) {
            succession.onServer("archive the log of the package cache", connection -> {
                succession.ship(connection);
                return target;
            });
        }
        Timeline past = succession.history().windowFor(target).incarnation();
        Path image = succession.newFolder("recovered");
        recovery.recover(past, target, image);
        succession.serve(image, new Origin(past, target));
    }

    @Override
    public synchronized void lose() {
        succession.serveEmpty(new Origin(succession.presentLife(), null));
    }

    @Override
    public synchronized void kill() {
        succession.kill();
    }

    @Override
    public synchronized void start() {
        succession.startAgain();
    }

    @Override
    public synchronized Optional<String> endedByItself() {
        return succession.endedByItself();
    }

    @Override
    public synchronized void close() {
        succession.clear();
    }
}
