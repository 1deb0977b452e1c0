package dev.firedrill.environments.postgres.container;

import dev.firedrill.environments.docker.ContainerStore;
import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.docker.Images;
import dev.firedrill.environments.postgres.Login;
import dev.firedrill.environments.postgres.pitr.PointInTimeRecovery;
import dev.firedrill.environments.postgres.pitr.RecoveryTarget;
import dev.firedrill.environments.process.Secrets;
import dev.firedrill.environments.role.HasLogs;
import dev.firedrill.environments.role.Killable;
import dev.firedrill.environments.role.Outage;
import dev.firedrill.environments.role.PackageCache;
import dev.firedrill.environments.role.RewindableByTime;
import dev.firedrill.environments.role.Supervised;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Product;
import dev.firedrill.model.RecoveryPoint;
import java.net.InetSocketAddress;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * The package cache as PostgreSQL in a container. Bases and archived log lie on a volume of their own; a rewind is
 * point-in-time recovery into a new container. Losing and rewinding destroy container and data volume, after which
 * {@link #containerId()} is another and the engine does not know the old one; between scenarios the database is made anew
 * from a copy beside it, where the server has one. Safe for use by several threads.
 */
public final class ContainerPackageCache implements PackageCache, Killable, RewindableByTime, HasLogs, Supervised {
    private final PostgresSettings settings;
    private final ContainerStore<PostgresContainer> store = new ContainerStore<>("The package cache");
    private final PointInTimeRecovery recovery;
    private final DatabaseCopies copies;
    private final CacheProbe probe;
    private final String version;
    private boolean pointKept;

    private ContainerPackageCache(Engine engine, long diskBytes) {
        String image = engine.image(Images.Of.POSTGRES);
        String volume = engine.newVolume("postgresql-archive", Map.of());
        int port = engine.ports().free();
        Login harness = new Login(port, Login.HARNESS, Secrets.random());
        settings = new PostgresSettings(
                engine, image, volume, harness, new Login(port, Login.CACHE, Secrets.random()), diskBytes);
        recovery = new PointInTimeRecovery(new ContainerServer(settings, store), PointInTimeRecovery.REPLAYED_AT_MOST);
        copies = new DatabaseCopies(harness);
        probe = new CacheProbe(harness);
        boolean up = false;
        try {
            recovery.begin();
            version = recovery.onServer(
                    "tell its version",
                    connection -> Login.value(connection, "SHOW server_version").replaceFirst(" .*", ""));
            up = true;
        } finally {
            if (!up) {
                close();
            }
        }
    }

    /**
     * Starts an empty package cache on a free port of 127.0.0.1.
     *
     * @throws EnvironmentFailure when it does not come up
     */
    public static ContainerPackageCache open(Engine engine) {
        return new ContainerPackageCache(engine, 0);
    }

    /** As {@link #open}, with the data on a disk in memory that can be filled, see {@link #fillDisk()}. */
    public static ContainerPackageCache openOnSmallDisk(Engine engine, long bytes) {
        return new ContainerPackageCache(engine, bytes);
    }

    @Override
    public Product product() {
        return new Product("containers", "PostgreSQL", version, true);
    }

    @Override
    public DatabaseAddress address() {
        return addressThrough(endpoint());
    }

    @Override
    public InetSocketAddress endpoint() {
        return new InetSocketAddress("127.0.0.1", settings.port());
    }

    @Override
    public DatabaseAddress addressThrough(InetSocketAddress link) {
        return settings.cache().through(link);
    }

    /** The engine's id of the container that serves now; an earlier one is gone for good. */
    public synchronized String containerId() {
        return store.containerId();
    }

    @Override
    public synchronized String incarnation() {
        return recovery.incarnation();
    }

    @Override
    public synchronized void keep(RecoveryPoint point) {
        RecoveryTarget kept = recovery.keep(point);
        if (!pointKept) {
            // What histories begin from, and are put back to most often.
            copyFor(kept);
            pointKept = true;
        }
    }

    @Override
    public synchronized void rewindTo(RecoveryPoint point) {
        recovery.rewindTo(point);
    }

    @Override
    public synchronized void resetTo(RecoveryPoint point) {
        RecoveryTarget kept = recovery.kept(point);
        if (!store.isPresent() || !copies.bringBack(nameOf(kept))) {
            recovery.rewindTo(point);
            copyFor(kept);
        }
    }

    private void copyFor(RecoveryTarget kept) {
        copies.make(nameOf(kept));
    }

    /** A copy is called as the restore point. */
    private static String nameOf(RecoveryTarget kept) {
        return kept.toString();
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
        store.kill();
    }

    @Override
    public synchronized void start() {
        store.startAgain();
    }

    /** Stops every process of the database where it is: connections stay open and nothing answers. */
    public synchronized Outage pause() {
        return store.pause(paused -> probe.witness("the package cache is paused", connection -> {}));
    }

    /**
     * Fills the disk below the data to the last byte.
     *
     * @throws IllegalStateException when the cache was not opened on a small disk
     */
    public synchronized Outage fillDisk() {
        if (!settings.isOnSmallDisk()) {
            throw new IllegalStateException("the package cache is on the engine's disk; open it on a small one");
        }
        return FullDisk.fill(store.present().container(), probe);
    }

    @Override
    public synchronized Optional<String> endedByItself() {
        return store.endedByItself();
    }

    @Override
    public synchronized Map<String, String> logs() {
        return store.logs();
    }

    @Override
    public synchronized void close() {
        recovery.end();
        settings.engine().removeVolume(settings.volume());
    }
}
