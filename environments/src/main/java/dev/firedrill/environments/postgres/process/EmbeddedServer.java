package dev.firedrill.environments.postgres.process;

import dev.firedrill.environments.postgres.Login;
import dev.firedrill.environments.postgres.pitr.PostgresServer;
import dev.firedrill.environments.postgres.pitr.RecoveryTarget;
import dev.firedrill.environments.postgres.pitr.Timeline;
import dev.firedrill.environments.process.FileTrees;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.process.Secrets;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PostgreSQL as processes of the harness, one after another behind one port. */
final class EmbeddedServer implements PostgresServer {
    private final PostgresBinaries binaries = PostgresBinaries.unpacked();
    private final ProcessSupervisor supervisor;
    private final String name;
    private final Path folder;
    private final Template template;
    private final Login harness;
    private final Login cache;
    private final RecoveredData recovered;
    private int made;
    private @Nullable DatabaseCluster present;

    EmbeddedServer(ProcessSupervisor supervisor) {
        this.supervisor = supervisor;
        name = supervisor.newName("package-cache");
        folder = supervisor.directory(name);
        int port = supervisor.ports().free();
        harness = new Login(port, Login.HARNESS, Secrets.random());
        cache = new Login(port, Login.CACHE, Secrets.random());
        template = Template.made(binaries, supervisor);
        recovered = new RecoveredData(binaries, supervisor, () -> newFolder("recovered"));
    }

    String version() {
        return binaries.version();
    }

    @Override
    public Login harness() {
        return harness;
    }

    /** How the orchestrator logs in. */
    Login cache() {
        return cache;
    }

    @Override
    public Path folder(int timeline) {
        return folder.resolve("timeline-" + timeline);
    }

    @Override
    public void prepare(RecoveryTarget target) {
        recovered.asOf(target);
    }

    @Override
    public Path start(Timeline timeline, @Nullable RecoveryTarget target) {
        return target == null
                ? serve(timeline, empty(), new Login(harness.port(), Login.HARNESS, template.password()))
                : serve(timeline, recovered.asOf(target), harness);
    }

    /** A new cluster with the empty schema. */
    private Path empty() {
        Path image = newFolder("empty");
        try {
            FileTrees.copy(template.data(), image);
            SystemIdentifier.renew(image);
            return image;
        } catch (IOException refused) {
            throw new EnvironmentFailure("An empty package cache could not be made: " + refused.getMessage(), refused);
        }
    }

    /**
     * Serves a copy of a data directory at rest, which is a base of it.
     *
     * @param login the harness's login with the password that the directory has
     */
    private Path serve(Timeline timeline, Path image, Login login) {
        DatabaseCluster cluster = new DatabaseCluster(binaries, supervisor, name, timeline.data());
        try {
            Files.createDirectories(timeline.archive());
            FileTrees.copy(image, cluster.data());
        } catch (IOException refused) {
            throw new EnvironmentFailure(
                    "The data of the package cache could not be put in place: " + refused.getMessage(), refused);
        }
        present = cluster;
        cluster.start(harness.port(), StatementCount.SETTINGS);
        try (Connection connection = login.connect()) {
            setPasswords(connection);
        } catch (SQLException refused) {
            throw new EnvironmentFailure(
                    "The package cache came up but does not answer: " + refused.getMessage()
                            + "\nThe server's log ends:\n" + cluster.tail(),
                    refused);
        }
        return image;
    }

    /** Recovered data may come from before a password was set, empty ones from the template. */
    private void setPasswords(Connection connection) throws SQLException {
        for (Login login : List.of(harness, cache)) {
            Login.execute(connection, "ALTER ROLE " + login.user() + " PASSWORD '" + login.password() + "'");
        }
    }

    @Override
    public Path backUp(Connection connection) throws SQLException, IOException {
        Path target = newFolder("base");
        HotBackup.take(connection, present().data(), target);
        return target;
    }

    @Override
    public boolean isArchived(String segment, Connection connection) {
        return Files.isRegularFile(
                present().data().resolveSibling(Timeline.ARCHIVE).resolve(segment));
    }

    @Override
    public boolean runs() {
        return present().runs();
    }

    @Override
    public String tail() {
        return present == null ? "" : present.tail();
    }

    Optional<String> endedByItself() {
        return Optional.ofNullable(present).flatMap(DatabaseCluster::endedByItself);
    }

    void kill() {
        present().kill();
    }

    void startAgain() {
        if (!runs()) {
            present().start(harness.port(), StatementCount.SETTINGS);
        }
    }

    @Override
    public void end() {
        DatabaseCluster ended = present;
        if (ended != null) {
            present = null;
            ended.abandon();
            FileTrees.discard(ended.data());
        }
    }

    /** Ends everything and removes every file, those of kept points included. */
    void clear() {
        end();
        FileTrees.discard(folder);
    }

    private Path newFolder(String kind) {
        made++;
        return folder.resolve(kind + "-" + made);
    }

    private DatabaseCluster present() {
        if (present == null) {
            throw new EnvironmentFailure("The package cache does not run: it was closed, or its last start failed");
        }
        return present;
    }
}
