package dev.firedrill.environments.postgres.container;

import dev.firedrill.environments.docker.ContainerSpec;
import dev.firedrill.environments.docker.RunningContainer;
import dev.firedrill.environments.postgres.timeline.TimeTarget;
import dev.firedrill.environments.postgres.timeline.Timeline;
import dev.firedrill.environments.postgres.timeline.Timeline.Base;
import dev.firedrill.environments.postgres.timeline.TimelineHistory.Window;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One container of the database with its data volume, from its start on new data to its loss or rewind. Its log is
 * archived in a folder of its own, so that no later life overwrites it.
 */
final class PostgresContainer {
    /** Beyond this much log a new base is cheaper than replaying. */
    private static final long REPLAYED_AT_MOST = 16L << 20;

    private static final String DATA = "/var/lib/postgresql/data";
    private static final String MARK = "COMMENT ON ROLE " + PostgresSettings.HARNESS + " IS '%s'";
    private static final String READ_MARK = "SELECT shobj_description(oid, 'pg_authid') FROM pg_roles WHERE rolname = '"
            + PostgresSettings.HARNESS + "'";

    /** What PostgreSQL says when it ends by itself at its target. */
    private static final String REACHED = "shutdown at recovery target";

    /**
     * Where a life begins that is not empty.
     *
     * @param archive the folder with the log that leads there
     * @param base the folder to begin from
     * @param setting the setting that tells PostgreSQL its target
     * @param target what it is set to
     */
    record Past(Path archive, Path base, String setting, String target) {
        /** Up to and with the last commit that was not later than {@code moment}. */
        static Past at(Timeline life, Instant moment) {
            return new Past(life.archive(), life.baseFor(moment), "recovery_target_time", TimeTarget.setting(moment));
        }
    }

    /**
     * A kept point.
     *
     * @param name what its restore point is called, and the copy of the database as it was then
     * @param life the life it lies on
     * @param at when it was made
     * @param past how to get there
     */
    record Kept(String name, Timeline life, Instant at, Past past) {}

    private final PostgresSettings site;
    private final Timeline incarnation;
    private final String data;
    private final RunningContainer box;
    private final @Nullable RunningContainer holder;
    private @Nullable String endOfBase;

    private PostgresContainer(
            PostgresSettings site,
            Timeline incarnation,
            String data,
            RunningContainer box,
            @Nullable RunningContainer holder) {
        this.site = site;
        this.incarnation = incarnation;
        this.data = data;
        this.box = box;
        this.holder = holder;
    }

    /**
     * Starts a new container on a new volume.
     *
     * @param incarnation what is known of this life
     * @param past where to begin; {@code null} for an empty cache
     */
    static PostgresContainer begin(PostgresSettings site, Timeline incarnation, @Nullable Past past) {
        Map<String, String> disk = site.diskBytes() == 0
                ? Map.of()
                : Map.of("type", "tmpfs", "device", "tmpfs", "o", "size=" + site.diskBytes());
        String data = site.engine().newVolume("postgresql-data", disk);
        // A disk in memory is there for as long as somebody uses it, and the database is about to be killed.
        RunningContainer holder = site.diskBytes() == 0
                ? null
                : RunningContainer.start(
                        site.engine(),
                        new ContainerSpec("postgresql-disk", site.image())
                                .entrypoint("sh", "-c", "exec sleep 1000000")
                                .mount(data, DATA));
        ContainerSpec plan =
                plan(site, incarnation.archive(), data, past, "promote").publish(5432, site.port());
        RunningContainer box = RunningContainer.start(site.engine(), plan);
        PostgresContainer life = new PostgresContainer(site, incarnation, data, box, holder);
        life.awaitServing();
        life.onServer("begin", connection -> {
            if (past == null) {
                fill(connection, site);
            }
            ContainerSql.execute(connection, MARK.formatted(UUID.randomUUID()));
            // From here on the life can be put back to any time of it.
            life.backUpIfFar(connection);
            return true;
        });
        return life;
    }

    /**
     * Lets PostgreSQL look, beside the present life, whether the archived log leads to a target.
     *
     * @throws IllegalArgumentException when it ends before
     */
    static void rehearse(PostgresSettings site, Past past, Instant moment, Window window) {
        String data = site.engine().newVolume("postgresql-rehearsal", Map.of());
        Path archive = Path.of(PostgresSettings.SHELF, "rehearsal");
        RunningContainer box = RunningContainer.start(site.engine(), plan(site, archive, data, past, "shutdown"));
        try {
            Wait.until("PostgreSQL to reach " + past.target(), Patience.START, () -> !box.runs());
            String log = box.tail();
            if (TimeTarget.isMissed(log)) {
                throw TimeTarget.missed(moment, window.from(), window.until(), log);
            }
            if (!log.contains(REACHED)) {
                throw new EnvironmentFailure(
                        "PostgreSQL could not recover to " + past.target() + ". Its log ends:\n" + log);
            }
        } finally {
            box.destroy();
            site.engine().removeVolume(data);
        }
    }

    private static ContainerSpec plan(
            PostgresSettings site, Path archive, String data, @Nullable Past past, String onceRecovered) {
        List<String> command = new ArrayList<>(List.of("postgres"));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("wal_level", "replica");
        settings.put("max_connections", "200");
        // Killing ends processes and not the machine: what the kernel was given is not lost.
        settings.put("fsync", "off");
        // When a surviving row was committed is what loss is measured by.
        settings.put("track_commit_timestamp", "on");
        settings.put("archive_mode", "on");
        settings.put(
                "archive_command",
                "test ! -f " + archive + "/%f && cp %p " + archive + "/.%f && mv " + archive + "/.%f " + archive
                        + "/%f");
        ContainerSpec plan = new ContainerSpec("postgresql", site.image())
                .entrypoint("sh", "-c", script(), "firedrill")
                .set("POSTGRES_USER", PostgresSettings.HARNESS)
                .set("POSTGRES_PASSWORD", site.harnessSecret())
                .set("POSTGRES_DB", PostgresSettings.CACHE)
                // Making the files safe from a power cut takes longer than everything else together.
                .set("POSTGRES_INITDB_ARGS", "--no-sync")
                .set("PGDATA", DATA + "/pgdata")
                .set("FIREDRILL_ARCHIVE", archive.toString())
                .mount(data, DATA)
                .mount(site.archive(), PostgresSettings.SHELF);
        if (past != null) {
            plan.set("FIREDRILL_BASE", past.base().toString());
            settings.put("restore_command", "test -f " + past.archive() + "/%f && cp " + past.archive() + "/%f %p");
            settings.put(past.setting(), past.target());
            settings.put("recovery_target_action", onceRecovered);
            // Each life has its own archive with one timeline in it; "latest" could wander off.
            settings.put("recovery_target_timeline", "current");
        }
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return plan.command(command);
    }

    /** Keeps the present state under a name; the server goes on serving. */
    Kept keep(String restorePoint) {
        return onServer("keep " + restorePoint, connection -> {
            backUpIfFar(connection);
            Instant at = ContainerSql.now(connection);
            ContainerSql.execute(connection, "SELECT pg_create_restore_point('" + restorePoint + "')");
            ship(connection);
            Past past = new Past(incarnation.archive(), incarnation.baseFor(at), "recovery_target_name", restorePoint);
            return new Kept(restorePoint, incarnation, at, past);
        });
    }

    /**
     * Keeps a copy of the present database, as it is at a point, on this server, from which {@link #bringBack} makes it anew:
     * here and in every life that is put back to a later moment of this one. One that cannot be made is missed at the next
     * reset, which then begins another life.
     */
    void copyFor(Kept point) {
        beside(connection -> {
            ContainerSql.execute(
                    connection, "CREATE DATABASE \"" + point.name() + "\" TEMPLATE " + PostgresSettings.CACHE);
            return true;
        });
    }

    /**
     * Makes the database anew from the copy for a point, if this life has it.
     *
     * @return whether it holds now what it held then; if not, it may hold nothing
     */
    boolean bringBack(Kept point) {
        return beside(connection -> {
            if (ContainerSql.value(
                            connection, "SELECT count(*) FROM pg_database WHERE datname = '" + point.name() + "'")
                    .equals("0")) {
                return false;
            }
            ContainerSql.execute(connection, "DROP DATABASE " + PostgresSettings.CACHE + " WITH (FORCE)");
            ContainerSql.execute(
                    connection,
                    "CREATE DATABASE " + PostgresSettings.CACHE + " TEMPLATE \"" + point.name() + "\" OWNER "
                            + PostgresSettings.CACHE);
            return true;
        });
    }

    /** Does what can only be done while nobody is connected to the cache; {@code false} when the server refuses. */
    private boolean beside(Task<Boolean> task) {
        try (Connection connection = site.connectBeside()) {
            return task.on(connection);
        } catch (SQLException | IOException refused) {
            // A server that a scenario left behind in no good state; whoever asks begins another life.
            return false;
        }
    }

    /** Brings the log written so far into the archive. */
    void ship() {
        onServer("archive its log", connection -> {
            ship(connection);
            return true;
        });
    }

    /** What is known of this life, and outlives it. */
    Timeline incarnation() {
        return incarnation;
    }

    /** Identity of the cluster, its timeline and the mark of this life, as the server has them. */
    String identity() {
        return onServer(
                "tell its identity",
                connection -> ContainerSql.value(
                                connection,
                                "SELECT system_identifier || '/' || timeline_id"
                                        + " FROM pg_control_system(), pg_control_checkpoint()")
                        + "/" + ContainerSql.value(connection, READ_MARK));
    }

    String version() {
        return onServer(
                "tell its version",
                connection ->
                        ContainerSql.value(connection, "SHOW server_version").replaceFirst(" .*", ""));
    }

    RunningContainer box() {
        return box;
    }

    void startAgain() {
        box.startAgain();
        awaitServing();
    }

    /** Destroys the container and the data volume; the archive stays. */
    void end() {
        box.destroy();
        if (holder != null) {
            holder.destroy();
        }
        site.engine().removeVolume(data);
    }

    String dataFolder() {
        return DATA;
    }

    private void backUpIfFar(Connection connection) throws SQLException {
        if (endOfBase != null) {
            String behind = ContainerSql.value(
                    connection, "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '" + endOfBase + "')::bigint");
            if (Long.parseLong(behind) <= REPLAYED_AT_MOST) {
                return;
            }
        }
        Path folder = Path.of(PostgresSettings.SHELF, "bases", UUID.randomUUID().toString());
        box.run(
                "postgres",
                List.of(
                        "pg_basebackup",
                        "-U",
                        PostgresSettings.HARNESS,
                        "-D",
                        folder.toString(),
                        "-c",
                        "fast",
                        "-X",
                        "none",
                        "--no-sync",
                        "--no-manifest"));
        incarnation.add(new Base(folder, ContainerSql.now(connection)));
        endOfBase = ContainerSql.value(connection, "SELECT pg_current_wal_insert_lsn()");
        // A backup ends its segment of the log, as shipping does.
        markAgain(connection);
    }

    /** A commit that changes nothing. */
    private static void markAgain(Connection connection) throws SQLException {
        ContainerSql.execute(connection, MARK.formatted(ContainerSql.value(connection, READ_MARK)));
    }

    /** Brings the log written so far into the archive and sees that it is there. */
    private void ship(Connection connection) throws SQLException {
        Instant reachable = ContainerSql.now(connection);
        // Recovery to a time ends only when it meets a later commit; the same mark again is such a commit.
        markAgain(connection);
        String segment = ContainerSql.value(connection, "SELECT pg_walfile_name(pg_current_wal_insert_lsn() - 1)");
        ContainerSql.execute(connection, "SELECT pg_switch_wal()");
        // Takes the room for the next segment now: a server that finds none when it has to write ends itself.
        markAgain(connection);
        Wait.until(
                "log segment " + segment + " to be archived", Patience.PROMPT, () -> isArchived(connection, segment));
        incarnation.archivedUntil(reachable);
    }

    /** Asks the server, not the folder: for that the engine would start a process in the container each time. */
    private static boolean isArchived(Connection connection, String segment) {
        try {
            String last = ContainerSql.value(connection, "SELECT last_archived_wal FROM pg_stat_archiver");
            return last.compareTo(segment) >= 0;
        } catch (SQLException refused) {
            throw new EnvironmentFailure(
                    "The package cache could not say whether log segment " + segment + " is archived: "
                            + refused.getMessage(),
                    refused);
        }
    }

    private void awaitServing() {
        box.awaitReady("PostgreSQL to take connections", Patience.START, () -> {
            try (Connection connection = site.connect()) {
                return ContainerSql.value(connection, "SELECT pg_is_in_recovery()")
                        .equals("f");
            } catch (SQLException notYet) {
                return false;
            }
        });
    }

    private static void fill(Connection connection, PostgresSettings site) throws SQLException, IOException {
        String cache = PostgresSettings.CACHE;
        ContainerSql.execute(connection, "CREATE ROLE " + cache + " LOGIN PASSWORD '" + site.cacheSecret() + "'");
        ContainerSql.execute(connection, "ALTER DATABASE " + cache + " OWNER TO " + cache);
        ContainerSql.execute(connection, "ALTER SCHEMA public OWNER TO " + cache);
        ContainerSql.execute(connection, "SET ROLE " + cache);
        ContainerSql.execute(connection, resource("/dev/firedrill/environments/postgres/process/package-cache.sql"));
        ContainerSql.execute(connection, "RESET ROLE");
    }

    private static String script() {
        try {
            return resource("postgresql.sh");
        } catch (IOException missing) {
            throw new EnvironmentFailure(missing.getMessage() + "; build Firedrill again", missing);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream text = PostgresContainer.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IOException(name + " is not in this build of Firedrill");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Something to do on the running server. */
    @FunctionalInterface
    interface Task<T> {
        T on(Connection connection) throws SQLException, IOException;
    }

    private <T> T onServer(String what, Task<T> task) {
        try (Connection connection = site.connect()) {
            return task.on(connection);
        } catch (SQLException | IOException refused) {
            throw new EnvironmentFailure(
                    "The package cache could not " + what + ": " + refused.getMessage() + "\nIts log ends:\n"
                            + box.tail(),
                    refused);
        }
    }
}
