package dev.firedrill.environments.postgres.process;

import dev.firedrill.environments.postgres.Login;
import dev.firedrill.environments.process.CacheFolder;
import dev.firedrill.environments.process.FileTrees;
import dev.firedrill.environments.process.ManagedProcess;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.process.Secrets;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A data directory at rest that holds the empty schema of the cache, made once on a machine for each version of
 * PostgreSQL, of the schema and of the settings, and copied whenever a new cluster is wanted.
 *
 * @param data the data directory; nobody changes it
 * @param password the secret of the harness's role in a fresh copy, which every user of a copy replaces
 */
record Template(Path data, String password) {
    private static final List<String> INGREDIENTS = List.of("package-cache.sql", "postgresql.conf", "pg_hba.conf");
    /** Raised when the steps of {@link #fill} change. */
    private static final String EDITION = "2";

    static Template made(PostgresBinaries binaries, ProcessSupervisor supervisor) {
        Path entry = CacheFolder.resolve("postgresql", binaries.version(), "template-" + hash());
        Path folder = CacheFolder.once(entry, target -> fill(target, binaries, supervisor));
        try {
            return new Template(folder.resolve("data"), Files.readString(folder.resolve("password")));
        } catch (IOException unreadable) {
            throw new EnvironmentFailure(
                    "The template of the package cache, " + folder + ", cannot be read; remove it and try again",
                    unreadable);
        }
    }

    @Override
    public String toString() {
        return "Template[" + data + "]";
    }

    private static void fill(Path folder, PostgresBinaries binaries, ProcessSupervisor supervisor) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        String password = Secrets.random();
        Files.writeString(folder.resolve("password"), password);
        Path data = folder.resolve("data");
        initialise(folder, data, binaries, supervisor);
        for (String file : List.of("postgresql.conf", "pg_hba.conf")) {
            Files.writeString(data.resolve(file), resource(file));
        }
        DatabaseCluster cluster = new DatabaseCluster(binaries, supervisor, "postgres-template", data);
        int port = supervisor.ports().free();
        cluster.start(port, Map.of("archive_mode", "off"));
        try {
            prepare(new Login(port, Login.HARNESS, password));
        } catch (SQLException refused) {
            throw new EnvironmentFailure(
                    "The schema of the package cache could not be made: " + refused.getMessage(), refused);
        } finally {
            cluster.shutDown();
        }
        FileTrees.delete(data.resolve("pg_stat_tmp"));
        Files.createDirectory(data.resolve("pg_stat_tmp"));
    }

    private static void initialise(Path folder, Path data, PostgresBinaries binaries, ProcessSupervisor supervisor) {
        List<String> arguments = List.of(
                "-D" + data,
                "--username=" + Login.HARNESS,
                "--pwfile=" + folder.resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                // Small segments make keeping a point cheap: it closes and archives one.
                "--wal-segsize=1",
                "--no-sync",
                "--no-instructions");
        ManagedProcess initdb =
                supervisor.start("initdb", binaries.command("initdb", arguments), Map.of("LC_ALL", "C"), folder);
        if (initdb.awaitExit(Patience.START) != 0) {
            throw new EnvironmentFailure(
                    "PostgreSQL could not make a data directory. initdb said:\n" + initdb.tail(15));
        }
    }

    private static void prepare(Login harness) throws SQLException, IOException {
        try (Connection connection = harness.connect("template1")) {
            Login.execute(connection, "CREATE ROLE " + Login.CACHE + " LOGIN PASSWORD '" + Secrets.random() + "'");
            Login.execute(connection, "ALTER DATABASE postgres RENAME TO " + Login.CACHE);
            Login.execute(connection, "ALTER DATABASE " + Login.CACHE + " OWNER TO " + Login.CACHE);
        }
        try (Connection connection = harness.connect(Login.CACHE)) {
            Login.execute(connection, "SET ROLE " + Login.CACHE);
            Login.execute(connection, resource("package-cache.sql"));
        }
        try (Connection connection = harness.connect(Login.CACHE)) {
            // Nobody creates a database here, and what is copied for every disaster is mostly these two.
            Login.execute(connection, "UPDATE pg_database SET datistemplate = false");
            Login.execute(connection, "DROP DATABASE template0");
            Login.execute(connection, "DROP DATABASE template1");
        }
    }

    private static String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(EDITION.getBytes(StandardCharsets.UTF_8));
            for (String ingredient : INGREDIENTS) {
                digest.update(resource(ingredient).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException | IOException impossible) {
            throw new EnvironmentFailure("The parts of the package cache's template cannot be read", impossible);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream text = Template.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IOException(name + " is not in this build of Firedrill");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
