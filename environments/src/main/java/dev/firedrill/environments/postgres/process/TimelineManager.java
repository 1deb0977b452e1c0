package dev.firedrill.environments.postgres.process;

import dev.firedrill.environments.postgres.timeline.Timeline;
import dev.firedrill.environments.postgres.timeline.Timeline.Base;
import dev.firedrill.environments.postgres.timeline.Timeline.Origin;
import dev.firedrill.environments.postgres.timeline.TimelineHistory;
import dev.firedrill.environments.process.FileTrees;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One life of the database after another, all behind one port: starts them, backs them up, ends them. */
final class TimelineManager {
    private final PostgresBinaries binaries;
    private final ProcessSupervisor leash;
    private final Template template;
    private final String name;
    private final Path folder;
    private final Login harness;
    private final Login cache;
    private final TimelineHistory history = new TimelineHistory();
    private int made;
    private @Nullable Life present;

    /** Something to do on the running server, as the harness's role. */
    @FunctionalInterface
    interface Task<T> {
        T on(Connection connection) throws SQLException, IOException;
    }

    /**
     * A life that is served.
     *
     * @param baseEnds the position in the log where its latest base ends
     */
    private record Life(Timeline incarnation, DatabaseCluster cluster, String baseEnds) {}

    /** @param name what logs and the folder are called */
    TimelineManager(PostgresBinaries binaries, ProcessSupervisor leash, String name, Login harness, Login cache) {
        this.binaries = binaries;
        this.leash = leash;
        this.name = name;
        this.harness = harness;
        this.cache = cache;
        template = Template.made(binaries, leash);
        folder = leash.directory(name);
    }

    TimelineHistory history() {
        return history;
    }

    Timeline presentLife() {
        return present().incarnation();
    }

    boolean runs() {
        return present().cluster().runs();
    }

    Optional<String> endedByItself() {
        return Optional.ofNullable(present).flatMap(life -> life.cluster().endedByItself());
    }

    /** Serves a new cluster with the empty schema; the present life ends. */
    void serveEmpty(@Nullable Origin origin) {
        Path image = newFolder("empty");
        try {
            FileTrees.copy(template.data(), image);
            SystemIdentifier.renew(image);
        } catch (IOException refused) {
            throw broken("An empty package cache could not be made", refused);
        }
        Login fresh = new Login(harness.port(), Login.HARNESS, template.password());
        serve(image, origin, fresh);
    }

    /** Serves a copy of a data directory at rest; the present life ends. */
    void serve(Path image, @Nullable Origin origin) {
        serve(image, origin, harness);
    }

    private void serve(Path image, @Nullable Origin origin, Login login) {
        endPresent();
        Path home = newFolder("life");
        DatabaseCluster cluster = new DatabaseCluster(binaries, leash, name, home.resolve("data"));
        try {
            Files.createDirectories(home.resolve("archive"));
            FileTrees.copy(image, cluster.data());
        } catch (IOException refused) {
            throw broken("The data of the package cache could not be put in place", refused);
        }
        cluster.start(harness.port(), StatementCount.SETTINGS);
        try (Connection connection = login.connect(Login.CACHE)) {
            setPasswords(connection);
            LogShipping.mark(connection, UUID.randomUUID().toString());
            Instant from = LogShipping.now(connection);
            Timeline incarnation = new Timeline(history.size() + 1, home, origin, from);
            incarnation.add(new Base(image, from));
            history.add(incarnation);
            present = new Life(incarnation, cluster, LogShipping.position(connection));
        } catch (SQLException refused) {
            cluster.abandon();
            throw broken("The package cache came up but does not answer", refused);
        }
    }

    /** A restored life may come from before a password was set, an empty one from the template. */
    private void setPasswords(Connection connection) throws SQLException {
        for (Login login : new Login[] {harness, cache}) {
            Login.execute(connection, "ALTER ROLE " + login.user() + " PASSWORD '" + login.password() + "'");
        }
    }

    /** Makes a base backup when more than {@code limit} bytes of log would have to be replayed. */
    void backUpBeyond(long limit, Connection connection) throws SQLException, IOException {
        Life life = present();
        if (LogShipping.bytesSince(connection, life.baseEnds()) <= limit) {
            return;
        }
        Path target = newFolder("base");
        HotBackup.take(connection, life.cluster().data(), target);
        life.incarnation().add(new Base(target, LogShipping.now(connection)));
        present = new Life(life.incarnation(), life.cluster(), LogShipping.position(connection));
    }

    /** Brings the log of the present life into its archive. */
    void ship(Connection connection) throws SQLException {
        Life life = present();
        Instant reachable = LogShipping.ship(connection, life.incarnation().archive(), life.cluster());
        life.incarnation().archivedUntil(reachable);
    }

    /**
     * Does something on the running server.
     *
     * @param what what is done, continuing "could not"
     */
    <T> T onServer(String what, Task<T> task) {
        try (Connection connection = harness.connect(Login.CACHE)) {
            return task.on(connection);
        } catch (SQLException | IOException refused) {
            throw broken("Could not " + what, refused);
        }
    }

    Login harness() {
        return harness;
    }

    void kill() {
        present().cluster().kill();
    }

    void startAgain() {
        if (!runs()) {
            present().cluster().start(harness.port(), StatementCount.SETTINGS);
        }
    }

    /** Ends the present life and removes its data; its archive stays. */
    void endPresent() {
        if (present == null) {
            return;
        }
        present.cluster().abandon();
        present.incarnation().end(Instant.now());
        FileTrees.discard(present.cluster().data());
        present = null;
    }

    void clear() {
        endPresent();
        FileTrees.discard(folder);
    }

    Path newFolder(String kind) {
        made++;
        return folder.resolve(kind + "-" + made);
    }

    private Life present() {
        if (present == null) {
            throw new EnvironmentFailure("The package cache does not run: it was closed, or its last start failed");
        }
        return present;
    }

    private EnvironmentFailure broken(String what, Exception reason) {
        String log = present == null
                ? ""
                : "\nThe server's log ends:\n" + present.cluster().tail();
        return new EnvironmentFailure(what + ": " + reason.getMessage() + log, reason);
    }
}
