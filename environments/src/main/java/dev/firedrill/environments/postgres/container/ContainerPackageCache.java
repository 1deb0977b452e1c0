package dev.firedrill.environments.postgres.container;

import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.docker.Images;
import dev.firedrill.environments.postgres.timeline.Timeline;
import dev.firedrill.environments.postgres.timeline.Timeline.Origin;
import dev.firedrill.environments.postgres.timeline.TimelineHistory;
import dev.firedrill.environments.postgres.timeline.TimelineHistory.Window;
import dev.firedrill.environments.process.Ports;
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
import dev.firedrill.model.Witness;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The package cache as PostgreSQL in a container. Bases and archived log lie on a volume of their own; a rewind is
 * point-in-time recovery into a new container. Losing and rewinding destroy container and data volume, after which
 * {@link #containerId()} is another and the engine does not know the old one; between scenarios the database is made anew
 * from a copy beside it, where the server has one. Safe for use by several threads.
 */
public final class ContainerPackageCache implements PackageCache, Killable, RewindableByTime, HasLogs, Supervised {
    private static final int WITNESS_SECONDS = 2;

    private final PostgresSettings site;
    private final String version;
    private final Map<RecoveryPoint, PostgresContainer.Kept> points = new LinkedHashMap<>();
    private final TimelineHistory history = new TimelineHistory();
    private @Nullable PostgresContainer present;

    private ContainerPackageCache(Engine engine, long diskBytes) {
        String image = engine.image(Images.Of.POSTGRES);
        String archive = engine.newVolume("postgresql-archive", Map.of());
        site = new PostgresSettings(
                engine, image, archive, Ports.free(), Secrets.random(), Secrets.random(), diskBytes);
        boolean up = false;
        try {
            begin(null, null);
            version = present().version();
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
        return site.through(endpoint());
    }

    @Override
    public InetSocketAddress endpoint() {
        return new InetSocketAddress("127.0.0.1", site.port());
    }

    @Override
    public DatabaseAddress addressThrough(InetSocketAddress link) {
        return site.through(link);
    }

    /** The engine's id of the container that serves now; an earlier one is gone for good. */
    public synchronized String containerId() {
        return present().box().id();
    }

    @Override
    public synchronized String incarnation() {
        return present().identity();
    }

    @Override
    public synchronized void keep(RecoveryPoint point) {
        if (points.containsKey(point)) {
            throw new IllegalArgumentException("the package cache has a recovery point " + point + " already");
        }
        PostgresContainer.Kept kept = present().keep("firedrill-" + points.size() + "-" + point);
        if (points.isEmpty()) {
            // What histories begin from, and are put back to most often.
            present().copyFor(kept);
        }
        points.put(point, kept);
    }

    @Override
    public synchronized void rewindTo(RecoveryPoint point) {
        goBackTo(kept(point));
    }

    private PostgresContainer.Kept kept(RecoveryPoint point) {
        PostgresContainer.Kept kept = points.get(point);
        if (kept == null) {
            throw new IllegalArgumentException(
                    "the package cache has no recovery point " + point + ", only " + points.keySet());
        }
        return kept;
    }

    private void goBackTo(PostgresContainer.Kept kept) {
        endPresent();
        begin(kept.past(), new Origin(kept.life(), kept.at()));
    }

    @Override
    public synchronized void resetTo(RecoveryPoint point) {
        PostgresContainer.Kept kept = kept(point);
        if (present == null || !present.bringBack(kept)) {
            goBackTo(kept);
            present().copyFor(kept);
        }
    }

    @Override
    public synchronized void rewindTo(OffsetDateTime moment) {
        // PostgreSQL's times have microseconds.
        Instant target = moment.toInstant().truncatedTo(ChronoUnit.MICROS);
        if (present().box().runs()) {
            present().ship();
        }
        Window window = history.windowFor(target);
        PostgresContainer.Past past = PostgresContainer.Past.at(window.incarnation(), target);
        if (window.open()) {
            PostgresContainer.rehearse(site, past, target, window);
        }
        endPresent();
        begin(past, new Origin(window.incarnation(), target));
    }

    @Override
    public synchronized void lose() {
        Origin lost = new Origin(present().incarnation(), null);
        endPresent();
        begin(null, lost);
    }

    @Override
    public synchronized void kill() {
        present().box().kill();
    }

    @Override
    public synchronized void start() {
        present().startAgain();
    }

    /** Stops every process of the database where it is: connections stay open and nothing answers. */
    public synchronized Outage pause() {
        return present().box().pause(() -> witness("the package cache is paused", connection -> ""));
    }

    /**
     * Fills the disk below the data to the last byte.
     *
     * @throws IllegalStateException when the cache was not opened on a small disk
     */
    public synchronized Outage fillDisk() {
        if (site.diskBytes() == 0) {
            throw new IllegalStateException("the package cache is on the engine's disk; open it on a small one");
        }
        PostgresContainer life = present();
        String ballast = life.dataFolder() + "/firedrill-ballast";
        // dd is meant to fail: it ends when nothing more fits.
        life.box().tryRun("root", List.of("sh", "-c", "dd if=/dev/zero of=" + ballast + " bs=4k 2>/dev/null; sync"));
        return new Outage() {
            @Override
            public Witness witness() {
                return ContainerPackageCache.this.witness("the disk of the package cache is full", connection -> {
                    ContainerSql.execute(
                            connection,
                            "CREATE TEMPORARY TABLE firedrill_probe AS SELECT repeat('x', 1000) FROM generate_series(1, 20000)");
                    return "";
                });
            }

            @Override
            public void close() {
                if (life.box().runs()) {
                    life.box().run("root", List.of("rm", "-f", ballast));
                }
            }
        };
    }

    @Override
    public synchronized Optional<String> endedByItself() {
        return Optional.ofNullable(present).flatMap(life -> life.box().endedByItself());
    }

    @Override
    public synchronized Map<String, String> logs() {
        return present().box().logs();
    }

    @Override
    public synchronized void close() {
        endPresent();
        site.engine().removeVolume(site.archive());
    }

    /** What a connection of its own is refused with; blank when nothing refuses. */
    private Witness witness(String fault, PostgresContainer.Task<String> attempt) {
        try (Connection connection = ContainerSql.connect(
                site.port(), PostgresSettings.CACHE, PostgresSettings.HARNESS, site.harnessSecret(), WITNESS_SECONDS)) {
            return new Witness(fault, attempt.on(connection));
        } catch (SQLException | IOException refused) {
            return new Witness(fault, "a connection of the harness: " + refused.getMessage());
        }
    }

    private void begin(PostgresContainer.@Nullable Past past, @Nullable Origin origin) {
        int number = history.size() + 1;
        Timeline incarnation =
                new Timeline(number, Path.of(PostgresSettings.SHELF, "life-" + number), origin, Instant.now());
        history.add(incarnation);
        present = PostgresContainer.begin(site, incarnation, past);
    }

    private void endPresent() {
        PostgresContainer ended = present;
        if (ended != null) {
            present = null;
            ended.incarnation().end(Instant.now());
            ended.end();
        }
    }

    private PostgresContainer present() {
        if (present == null) {
            throw new EnvironmentFailure("The package cache does not run: it was closed, or its last start failed");
        }
        return present;
    }
}
