package dev.firedrill.environments.postgres.pitr;

import dev.firedrill.environments.postgres.Login;
import dev.firedrill.environments.postgres.pitr.Timeline.Base;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The archived log of the timeline that is served, and the bases from which it leads on. */
final class WalArchive {
    /** A comment on a role lives outside every database, so that no dump of the cache meets it. */
    private static final String MARK = "COMMENT ON ROLE " + Login.HARNESS + " IS '%s'";

    private static final String READ_MARK =
            "SELECT shobj_description(oid, 'pg_authid') FROM pg_roles WHERE rolname = '" + Login.HARNESS + "'";
    private static final String IDENTITY =
            "SELECT system_identifier || '/' || timeline_id FROM pg_control_system(), pg_control_checkpoint()";
    private static final String NOW =
            "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
    private static final String POSITION = "SELECT pg_current_wal_insert_lsn()";

    private final PostgresServer server;
    private final Timeline timeline;
    /** Where in the log the latest base ends. */
    private @Nullable String baseEnds;

    WalArchive(PostgresServer server, Timeline timeline) {
        this.server = server;
        this.timeline = timeline;
    }

    Timeline timeline() {
        return timeline;
    }

    /**
     * Marks the data as those of a timeline of its own, which can be recovered from here on.
     *
     * @param base a base of this very data; {@code null} to have it backed up
     */
    void begin(Connection connection, @Nullable Path base) throws SQLException, IOException {
        Login.execute(connection, MARK.formatted(UUID.randomUUID()));
        if (base == null) {
            backUp(connection);
        } else {
            add(base, connection);
        }
    }

    /** Identity of the cluster, its timeline and the mark, as the server has them. */
    static String identity(Connection connection) throws SQLException {
        return Login.value(connection, IDENTITY) + "/" + Login.value(connection, READ_MARK);
    }

    /** Makes a base when more than {@code limit} bytes of log would have to be replayed. */
    void backUpBeyond(long limit, Connection connection) throws SQLException, IOException {
        String written = Login.value(
                connection, "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '" + baseEnds + "')::bigint");
        if (Long.parseLong(written) > limit) {
            backUp(connection);
        }
    }

    private void backUp(Connection connection) throws SQLException, IOException {
        add(server.backUp(connection), connection);
        // A backup ends its segment of the log, as shipping does.
        takeRoom(connection);
    }

    private void add(Path base, Connection connection) throws SQLException {
        timeline.add(new Base(base, now(connection)));
        baseEnds = Login.value(connection, POSITION);
    }

    /** Makes a restore point and has it archived. */
    RecoveryTarget restorePoint(String name, Connection connection) throws SQLException {
        Instant at = now(connection);
        Login.execute(connection, "SELECT pg_create_restore_point('" + name + "')");
        ship(connection);
        return new RecoveryTarget(timeline, at, name);
    }

    /** Brings all log written so far into the archive and sees that it is there. */
    void ship(Connection connection) throws SQLException {
        Instant reachable = now(connection);
        // Recovery to a time ends only when it meets a later commit.
        markAgain(connection);
        String segment = Login.value(connection, "SELECT pg_walfile_name(pg_current_wal_insert_lsn() - 1)");
        Login.execute(connection, "SELECT pg_switch_wal()");
        takeRoom(connection);
        try {
            Wait.until(
                    "log segment " + segment + " to be archived",
                    Patience.PROMPT,
                    () -> isArchived(segment, connection));
        } catch (EnvironmentFailure late) {
            throw new EnvironmentFailure(late.getMessage() + "\nThe server's log ends:\n" + server.tail(), late);
        }
        timeline.archivedUntil(reachable);
    }

    private boolean isArchived(String segment, Connection connection) {
        try {
            return server.isArchived(segment, connection);
        } catch (SQLException refused) {
            throw new EnvironmentFailure(
                    "The package cache could not say whether log segment " + segment + " is archived: "
                            + refused.getMessage(),
                    refused);
        }
    }

    /** Takes the room for the next segment now: a server that finds none when it has to write ends itself. */
    private static void takeRoom(Connection connection) throws SQLException {
        markAgain(connection);
    }

    /** A commit that changes nothing. */
    private static void markAgain(Connection connection) throws SQLException {
        Login.execute(connection, MARK.formatted(Login.value(connection, READ_MARK)));
    }

    /** The server's own clock, on which targets of recovery are read. */
    private static Instant now(Connection connection) throws SQLException {
        return OffsetDateTime.parse(Login.value(connection, NOW)).toInstant();
    }
}
