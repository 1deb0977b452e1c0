package dev.firedrill.recovery.sets.support;

import dev.firedrill.recovery.sets.member.cache.CacheDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL of the test's own. */
public final class TestServer implements AutoCloseable {
    private static final Path DEBIAN_15 = Path.of("/usr/lib/postgresql/15");
    private static final Path PORCH_SCHEMA = Path.of(
            "../../environments/src/main/resources/dev/firedrill/environments/postgres/process/package-cache.sql");

    private final int port;
    private final Closeable server;
    private final AtomicInteger databases = new AtomicInteger();

    private TestServer(int port, Closeable server) {
        this.port = port;
        this.server = server;
    }

    /** The newest that we support, from Maven. */
    public static TestServer start() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        return new TestServer(server.getPort(), server);
    }

    /** PostgreSQL 15 where the machine has it. */
    public static Optional<TestServer> startOld() throws IOException {
        if (!Files.isExecutable(DEBIAN_15.resolve("bin/postgres"))) {
            return Optional.empty();
        }
        InstalledServer server = InstalledServer.start(DEBIAN_15);
        return Optional.of(new TestServer(server.port(), server::close));
    }

    /** A new, empty database. */
    public Database database() {
        String name = "cache_" + databases.incrementAndGet();
        new Database("postgres").execute("CREATE DATABASE " + name);
        return new Database(name);
    }

    /** A database with Porch's tables and some rows. */
    public Database porch() throws IOException {
        Database database = database();
        database.execute(Files.readString(PORCH_SCHEMA));
        database.execute(
                "INSERT INTO repositories VALUES ('ns', 'blueprints', '', 'main', '{}', '{}', now(), 'user', false)");
        database.execute(
                "INSERT INTO packages VALUES ('ns', 'blueprints.a', 'blueprints', '', '{}', '{}', now(), 'user')");
        database.execute(
                "INSERT INTO package_revisions SELECT 'ns', 'blueprints.a.v' || i, 'blueprints.a', 0, '{}', '{}',"
                        + " now(), 'user', 'Draft', '{}', false, '[]' FROM generate_series(1, 20) i");
        database.execute(
                "INSERT INTO resources SELECT 'ns', 'blueprints.a.v' || i, 0, 'Kptfile', repeat(md5(i::text), 50)"
                        + " || E'\\n\\\\.\\n\\ttab' FROM generate_series(1, 20) i");
        return database;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** One database of the server. */
    public final class Database {
        private final String name;

        Database(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }

        public String url() {
            return "jdbc:postgresql://localhost:" + port + "/" + name;
        }

        public CacheDatabase address() {
            return new CacheDatabase(url(), "postgres", Optional.empty(), Optional.empty());
        }

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url(), "postgres", "");
        }

        public void execute(String sql) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        public String value(String sql) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                return result.next() ? String.valueOf(result.getString(1)) : "nothing";
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        /** All rows of a table as text, in a fixed order. */
        public String rows(String table) {
            return value("SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') FROM " + table + " t");
        }
    }
}
