package dev.firedrill.recovery.cache;

import dev.firedrill.recovery.cache.connection.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** One PostgreSQL for the tests of this process; every test gets a database of its own with the package cache's tables. */
public final class TestDatabase {
    private static final Path SCHEMA = Path.of(
            "..",
            "..",
            "environments",
            "src",
            "main",
            "resources",
            "dev",
            "firedrill",
            "environments",
            "postgres",
            "process",
            "package-cache.sql");

    private final String url;

    private TestDatabase(String url) {
        this.url = url;
    }

    /** A database of its own with empty tables. */
    public static TestDatabase create() {
        String name = "cache_" + UUID.randomUUID().toString().replace('-', '_');
        execute(Server.url("postgres"), "CREATE DATABASE " + name + " TEMPLATE template_cache");
        return new TestDatabase(Server.url(name));
    }

    public Database address() {
        return new Database(plainUrl(), "postgres", () -> "postgres");
    }

    /** Without the credentials that the test server puts into its URL. */
    public String plainUrl() {
        return url.replaceAll("\\?.*", "");
    }

    public void execute(String sql) {
        execute(url, sql);
    }

    private static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public String value(String sql) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? String.valueOf(result.getString(1)) : "nothing";
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The next transaction id that the server would give. */
    public String transactions() {
        return value("SELECT pg_snapshot_xmax(pg_current_snapshot())");
    }

    /** The server, started when the first test asks for it. */
    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "60")
                        .start();
                execute(server.getJdbcUrl("postgres", "postgres"), "CREATE DATABASE template_cache");
                execute(server.getJdbcUrl("postgres", "template_cache"), Files.readString(SCHEMA));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static String url(String database) {
            return RUNNING.getJdbcUrl("postgres", database);
        }
    }
}
