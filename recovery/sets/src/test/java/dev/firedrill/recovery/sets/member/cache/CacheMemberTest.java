package dev.firedrill.recovery.sets.member.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.codec.Recipients;
import dev.firedrill.recovery.sets.create.Backup;
import dev.firedrill.recovery.sets.create.BackupRequest;
import dev.firedrill.recovery.sets.storage.DirectoryStorage;
import dev.firedrill.recovery.sets.storage.Storage;
import dev.firedrill.recovery.sets.support.Cli;
import dev.firedrill.recovery.sets.support.HookedStorage;
import dev.firedrill.recovery.sets.support.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A package cache goes into a set and comes back with every row, rule and number. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class CacheMemberTest {
    private static final List<String> PORCH = List.of("repositories", "packages", "package_revisions", "resources");
    private static final String ODD = """
            CREATE SCHEMA "Odd Names";
            CREATE TYPE "Odd Names".mood AS ENUM ('so', 'it''s fine');
            CREATE SEQUENCE "Odd Names".numbers INCREMENT BY 7 CYCLE;
            CREATE FUNCTION "Odd Names".twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2 * n';
            CREATE TABLE "Odd Names"."t;--" (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                "c""1" text COLLATE "C" DEFAULT 'a\\b',
                serial integer DEFAULT nextval('"Odd Names".numbers'),
                bytes bytea, f double precision, r real, n numeric(40, 10), j jsonb, a text[], m "Odd Names".mood,
                at timestamptz, span interval,
                doubled integer GENERATED ALWAYS AS ("Odd Names".twice(4)) STORED,
                CHECK (f <> 17)
            );
            CREATE UNIQUE INDEX "i 1" ON "Odd Names"."t;--" (lower("c""1")) WHERE id > 3;
            CREATE FUNCTION "Odd Names".never() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE 'never; no'; END$$;
            CREATE TRIGGER off BEFORE UPDATE ON "Odd Names"."t;--" FOR EACH ROW EXECUTE FUNCTION "Odd Names".never();
            ALTER TABLE "Odd Names"."t;--" DISABLE TRIGGER off;
            CREATE VIEW "Odd Names".seen AS SELECT id, doubled FROM "Odd Names"."t;--";
            INSERT INTO "Odd Names"."t;--" ("c""1", bytes, f, r, n, j, a, m, at, span) VALUES
                (E'\\\\N', '\\x00ff0a', 0.1::float8 + 0.2::float8, 0.1::real + 0.2::real, 123456789012345678901234567890.0123456789, '{"a": [1, null]}',
                 ARRAY['x', NULL, '{}'], 'it''s fine', '1999-12-31 23:59:59.999999+00', '1 mon -3 days 04:05:06.7'),
                (NULL, '', 'NaN', '-Infinity', NULL, NULL, '{}', 'so', 'infinity', NULL),
                (E'line\\nline\\rtab\\tbell\\x07 \\\\. end é ✓', NULL, 1e-300, 3.4e38, 0, '1', NULL, NULL, NULL, NULL);
            """;

    @TempDir
    private Path folder;

    private TestServer server;
    private Optional<TestServer> old = Optional.empty();

    @BeforeAll
    void start() throws IOException {
        server = TestServer.start();
        old = TestServer.startOld();
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
        if (old.isPresent()) {
            old.get().close();
        }
    }

    @Test
    void every_row_and_rule_of_porch_comes_back() throws IOException {
        TestServer.Database source = server.porch();
        TestServer.Database target = server.database();
        assertThat(create(source).code()).isZero();

        Cli restored = restore("run", target);

        assertThat(restored.code()).as(restored.err() + restored.out()).isZero();
        assertThat(restored.out()).contains("cache restored, validated");
        for (String table : PORCH) {
            assertThat(target.rows(table)).isEqualTo(source.rows(table)).isNotEmpty();
        }
        assertThatThrownBy(() -> target.execute("UPDATE package_revisions SET lifecycle = 'Published', revision = 1"))
                .hasRootCauseMessage(message(source));
        target.execute("DELETE FROM repositories");
        assertThat(target.value("SELECT count(*) FROM resources")).isEqualTo("0");
    }

    @Test
    void odd_names_types_and_values_come_back() throws IOException {
        TestServer.Database source = server.database();
        source.execute(ODD);
        TestServer.Database target = server.database();
        assertThat(create(source).code()).isZero();

        Cli restored = restore("run", target);

        assertThat(restored.code()).as(restored.err() + restored.out()).isZero();
        assertThat(target.rows("\"Odd Names\".\"t;--\"")).isEqualTo(source.rows("\"Odd Names\".\"t;--\""));
        assertThat(target.rows("\"Odd Names\".seen")).isEqualTo(source.rows("\"Odd Names\".seen"));
        assertThat(target.value("SELECT nextval('\"Odd Names\".numbers')"))
                .isEqualTo(source.value("SELECT nextval('\"Odd Names\".numbers')"));
        assertThat(insertedId(target)).isEqualTo(insertedId(source));
        assertThat(target.value("SELECT tgenabled FROM pg_trigger WHERE tgname = 'off'"))
                .isEqualTo("D");
    }

    @Test
    void rows_that_change_during_the_backup_are_seen_as_they_were_at_one_moment() {
        TestServer.Database source = server.database();
        source.execute(
                "CREATE TABLE a (n int); CREATE TABLE b (n int); INSERT INTO a VALUES (1); INSERT INTO b VALUES (1)");
        TestServer.Database target = server.database();
        Storage storage = new HookedStorage(new DirectoryStorage(folder.resolve("storage")), step -> {
            // One table is read at this moment, the other is still to come.
            if (step.startsWith("after") && step.contains(".copy")) {
                source.execute("UPDATE a SET n = n + 1; UPDATE b SET n = n + 1");
            }
        });
        Catalogue catalogue = new Catalogue(new DirectoryStorage(folder.resolve("catalogue")));
        new Backup(storage, catalogue, Clock.systemUTC())
                .create(
                        new BackupRequest(
                                "porch",
                                Map.of("cache", new CacheMember(source.address(), List.of())),
                                Recipients.none(),
                                Optional.empty(),
                                false,
                                1),
                        status -> {});

        assertThat(restore("run", target).code()).isZero();
        assertThat(target.value("SELECT a.n || ' ' || b.n FROM a, b")).isEqualTo("1 1");
    }

    @Test
    void a_second_restore_finds_everything_there() throws IOException {
        TestServer.Database target = server.database();
        create(server.porch());
        restore("run", target);

        Cli again = restore("run", target);

        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("cache was there already, validated");
    }

    @Test
    void rows_of_somebody_else_are_not_destroyed_unless_named() throws IOException {
        TestServer.Database source = server.porch();
        create(source);
        TestServer.Database target = server.porch();
        target.execute("UPDATE resources SET resource_value = 'precious'");

        Cli refused = restore("run", target);

        assertThat(refused.code()).isEqualTo(64);
        assertThat(refused.err()).contains("--replace", "4 tables with rows");
        assertThat(target.value("SELECT DISTINCT resource_value FROM resources"))
                .isEqualTo("precious");
        Cli replaced = restore("run", target, "--replace", "cache");
        assertThat(replaced.code()).as(replaced.err() + replaced.out()).isZero();
        assertThat(target.rows("resources")).isEqualTo(source.rows("resources"));
    }

    @Test
    void tables_without_rows_as_an_installation_makes_them_are_no_obstacle() throws IOException {
        TestServer.Database source = server.porch();
        create(source);
        TestServer.Database target = server.porch();
        target.execute("DELETE FROM repositories");

        assertThat(restore("run", target).code()).isZero();
        assertThat(target.rows("resources")).isEqualTo(source.rows("resources"));
    }

    @Test
    void a_database_that_somebody_uses_is_refused() throws IOException, SQLException {
        create(server.porch());
        TestServer.Database target = server.database();
        try (Connection porch = target.connect()) {
            porch.setClientInfo("ApplicationName", "porch-server");

            Cli refused = restore("run", target);

            assertThat(refused.code()).isEqualTo(64);
            assertThat(refused.err()).contains("1 other sessions", "porch-server");
        }
        assertThat(restore("run", target).code()).isZero();
    }

    @Test
    void what_could_not_be_restored_is_an_error_and_no_smaller_backup() {
        TestServer.Database source = server.database();
        source.execute("CREATE TABLE parts (n int) PARTITION BY RANGE (n)");

        Cli created = create(source);

        assertThat(created.code()).isEqualTo(2);
        assertThat(created.err()).contains("partitioned table public.parts");
    }

    @Test
    void a_cache_of_postgresql_15_comes_back_into_17_and_the_other_way() throws IOException {
        assumeTrue(old.isPresent(), "PostgreSQL 15 is not installed");
        for (TestServer[] way : new TestServer[][] {{old.get(), server}, {server, old.get()}, {old.get(), old.get()}}) {
            TestServer.Database source = way[0].porch();
            TestServer.Database target = way[1].database();
            assertThat(create(source).code()).isZero();

            Cli restored = restore("run", target);

            assertThat(restored.code()).as(restored.err() + restored.out()).isZero();
            assertThat(target.rows("resources")).isEqualTo(source.rows("resources"));
        }
    }

    private static String message(TestServer.Database source) {
        try {
            source.execute("UPDATE package_revisions SET lifecycle = 'Published', revision = 1");
            throw new AssertionError("the trigger let it pass");
        } catch (IllegalStateException e) {
            return String.valueOf(e.getCause().getMessage());
        }
    }

    private static String insertedId(TestServer.Database database) {
        return database.value("INSERT INTO \"Odd Names\".\"t;--\" DEFAULT VALUES RETURNING id");
    }

    private Cli create(TestServer.Database source) {
        return Cli.run(
                "backup",
                "create",
                "--storage",
                text("storage"),
                "--catalogue",
                text("catalogue"),
                "--database-url",
                source.url(),
                "--database-user",
                "postgres");
    }

    private Cli restore(String what, TestServer.Database target, String... more) {
        return Cli.run(Stream.concat(
                        Stream.of(
                                "restore",
                                what,
                                "porch",
                                "--storage",
                                text("storage"),
                                "--catalogue",
                                text("catalogue"),
                                "--database-url",
                                target.url(),
                                "--database-user",
                                "postgres"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private String text(String name) {
        return folder.resolve(name).toString();
    }
}
