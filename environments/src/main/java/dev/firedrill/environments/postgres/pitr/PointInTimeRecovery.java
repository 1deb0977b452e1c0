package dev.firedrill.environments.postgres.pitr;

import dev.firedrill.environments.postgres.pitr.Timeline.Predecessor;
import dev.firedrill.environments.role.KeptPoints;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.RecoveryPoint;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The package cache as one timeline after another behind one address. Its log is archived from the start. Points are named
 * restore points in that log, and rewinding is PostgreSQL's own recovery: it replays a base and the archived log up to the
 * target and goes on from there on a timeline of its own. Not safe for use by several threads.
 */
public final class PointInTimeRecovery {
    /** Beyond this much log a new base is cheaper than replaying. */
    public static final long REPLAYED_AT_MOST = 16L << 20;

    private final PostgresServer server;
    private final long replayedAtMost;
    private final TimelineHistory history = new TimelineHistory();
    private final KeptPoints<RecoveryTarget> points = new KeptPoints<>("the package cache");
    private @Nullable WalArchive present;

    /** Something to do on the running server, as the harness's role. */
    @FunctionalInterface
    public interface Task<T> {
        T on(Connection connection) throws SQLException, IOException;
    }

    /** @param replayedAtMost beyond how many bytes of log a new base is made */
    public PointInTimeRecovery(PostgresServer server, long replayedAtMost) {
        this.server = server;
        this.replayedAtMost = replayedAtMost;
    }

    /** Serves the empty schema for the first time. */
    public void begin() {
        start(null, null);
    }

    /** Ends the data that is served and serves the empty schema; kept points stay reachable. */
    public void lose() {
        Predecessor lost = new Predecessor(present().timeline(), null);
        end();
        start(lost, null);
    }

    /** Keeps the present state; the server goes on serving. */
    public RecoveryTarget keep(RecoveryPoint point) {
        points.requireNew(point);
        RecoveryTarget kept = onServer("keep recovery point " + point, connection -> {
            present().backUpBeyond(replayedAtMost, connection);
            return present().restorePoint("firedrill-" + points.size() + "-" + point, connection);
        });
        points.put(point, kept);
        return kept;
    }

    /**
     * What a kept point is.
     *
     * @throws IllegalArgumentException when it was never kept
     */
    public RecoveryTarget kept(RecoveryPoint point) {
        return points.get(point);
    }

    /** Serves what was served at a kept point. */
    public void rewindTo(RecoveryPoint point) {
        goBack(points.get(point));
    }

    /**
     * Serves what was served at a moment.
     *
     * @throws IllegalArgumentException when the moment cannot be reached; nothing has changed then
     */
    public void rewindTo(OffsetDateTime moment) {
        // PostgreSQL's times have microseconds.
        Instant at = moment.toInstant().truncatedTo(ChronoUnit.MICROS);
        WalArchive archive = present();
        if (server.runs()) {
            onServer("archive its log", connection -> {
                archive.ship(connection);
                return at;
            });
        }
        goBack(new RecoveryTarget(history.windowFor(at).timeline(), at, null));
    }

    /** Identity of the data that is served. */
    public String incarnation() {
        return onServer("tell its identity", WalArchive::identity);
    }

    /**
     * Does something on the running server.
     *
     * @param what what is done, continuing "the package cache could not"
     */
    public <T> T onServer(String what, Task<T> task) {
        try (Connection connection = server.harness().connect()) {
            return task.on(connection);
        } catch (SQLException | IOException refused) {
            throw new EnvironmentFailure(
                    "The package cache could not " + what + ": " + refused.getMessage() + "\nIts log ends:\n"
                            + server.tail(),
                    refused);
        }
    }

    /** Ends the data that is served; kept points stay reachable. */
    public void end() {
        if (present != null) {
            present.timeline().end(Instant.now());
            present = null;
        }
        server.end();
    }

    private void goBack(RecoveryTarget target) {
        server.prepare(target);
        end();
        start(new Predecessor(target.timeline(), target.at()), target);
    }

    private void start(@Nullable Predecessor origin, @Nullable RecoveryTarget target) {
        int number = history.size() + 1;
        Timeline timeline = new Timeline(number, server.folder(number), origin, Instant.now());
        history.add(timeline);
        WalArchive archive = new WalArchive(server, timeline);
        boolean begun = false;
        try {
            var base = server.start(timeline, target);
            onServer("begin a timeline", connection -> {
                archive.begin(connection, base);
                return timeline;
            });
            begun = true;
        } finally {
            if (!begun) {
                server.end();
            }
        }
        present = archive;
    }

    private WalArchive present() {
        if (present == null) {
            throw new EnvironmentFailure("The package cache does not run: it was closed, or its last start failed");
        }
        return present;
    }
}
