package dev.firedrill.environments.postgres.process;

import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.EnvironmentFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** What the harness does on a running server so that it can be put back: marks, restore points, archived segments. */
final class LogShipping {
    /** A comment on a role lives outside every database, so that no dump of the cache meets it. */
    private static final String MARK = "COMMENT ON ROLE " + Login.HARNESS + " IS '%s'";

    private static final String READ_MARK =
            "SELECT shobj_description(oid, 'pg_authid') FROM pg_roles WHERE rolname = '" + Login.HARNESS + "'";

    private LogShipping() {}

    /** Marks the data as those of one life. */
    static void mark(Connection connection, String life) throws SQLException {
        Login.execute(connection, MARK.formatted(life));
    }

    /** Identity of the cluster, its timeline and the mark of its life. */
    static String identity(Connection connection) throws SQLException {
        String cluster = Login.value(
                connection,
                "SELECT system_identifier || '/' || timeline_id FROM pg_control_system(), pg_control_checkpoint()");
        return cluster + "/" + Login.value(connection, READ_MARK);
    }

    /** The server's own clock, on which targets of recovery are read. */
    static Instant now(Connection connection) throws SQLException {
        return OffsetDateTime.parse(Login.value(
                        connection,
                        "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"))
                .toInstant();
    }

    /** How much log was written since a position. */
    static long bytesSince(Connection connection, String position) throws SQLException {
        return Long.parseLong(Login.value(
                connection, "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '" + position + "')::bigint"));
    }

    static String position(Connection connection) throws SQLException {
        return Login.value(connection, "SELECT pg_current_wal_insert_lsn()");
    }

    static void restorePoint(Connection connection, String name) throws SQLException {
        Login.execute(connection, "SELECT pg_create_restore_point('" + name + "')");
    }

    /**
     * Brings all log written so far into the archive and sees that it is there.
     *
     * @return a time that recovery can reach, because a commit that is later is in the archive
     */
    static Instant ship(Connection connection, Path archive, DatabaseCluster cluster) throws SQLException {
        Instant reachable = now(connection);
        // Recovery to a time ends only when it meets a later commit; the same mark again is such a commit.
        mark(connection, Login.value(connection, READ_MARK));
        String segment = Login.value(connection, "SELECT pg_walfile_name(pg_current_wal_insert_lsn() - 1)");
        Login.execute(connection, "SELECT pg_switch_wal()");
        Path archived = archive.resolve(segment);
        try {
            Wait.until(
                    "log segment " + segment + " to be archived", Patience.PROMPT, () -> Files.isRegularFile(archived));
        } catch (EnvironmentFailure late) {
            throw new EnvironmentFailure(late.getMessage() + "\nThe server's log ends:\n" + cluster.tail(), late);
        }
        return reachable;
    }
}
