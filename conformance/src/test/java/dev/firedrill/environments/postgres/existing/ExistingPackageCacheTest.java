package dev.firedrill.environments.postgres.existing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.conformance.postgres.CacheRows;
import dev.firedrill.environments.evidence.DatabaseDump;
import dev.firedrill.environments.existing.Targets;
import dev.firedrill.environments.interlock.InterlockRefused;
import dev.firedrill.environments.postgres.process.EmbeddedPackageCache;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.RecoveryPoint;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is particular to a database that is not ours; what every package cache does is held by the conformance suite. */
class ExistingPackageCacheTest {
    private static ProcessSupervisor supervisor;
    private static EmbeddedPackageCache server;

    @BeforeAll
    static void holdOn() {
        supervisor = ProcessSupervisor.open();
        server = EmbeddedPackageCache.open(supervisor);
    }

    @AfterAll
    static void letGo() {
        supervisor.close();
    }

    @Test
    void the_database_is_handed_back_as_it_was_found() throws SQLException {
        DatabaseAddress lab = server.provide("back");
        String found = DatabaseDump.of(lab);
        try (ExistingPackageCache cache = ExistingPackageCache.open(Targets.of(lab))) {
            new CacheRows(cache).add("catalog");
            cache.keep(RecoveryPoint.P1);
            execute(lab, "CREATE SCHEMA more; CREATE TYPE mood AS ENUM ('a'); CREATE SEQUENCE s");
            assertThat(DatabaseDump.of(lab)).isNotEqualTo(found);
        }
        assertThat(DatabaseDump.of(lab)).isEqualTo(found);
        ExistingPackageCache.open(Targets.of(lab)).close();
    }

    @Test
    void anything_in_the_database_is_foreign() throws SQLException {
        DatabaseAddress lab = server.provide("foreign");
        for (String thing : new String[] {
            "TABLE things (a TEXT)",
            "SCHEMA things",
            "SEQUENCE things",
            "TYPE things AS ENUM ('a')",
            "FUNCTION things() RETURNS INT LANGUAGE SQL AS 'SELECT 1'"
        }) {
            execute(lab, "CREATE " + thing);
            String before = DatabaseDump.of(lab);
            assertThatThrownBy(() -> ExistingPackageCache.open(Targets.of(lab)))
                    .isInstanceOf(InterlockRefused.class)
                    .hasMessageContaining("things");
            assertThat(DatabaseDump.of(lab)).isEqualTo(before);
            execute(lab, "DROP " + thing.replaceFirst(" .*", "") + " things");
        }
        ExistingPackageCache.open(Targets.of(lab)).close();
    }

    @Test
    void without_the_marker_nothing_is_destroyed() throws SQLException {
        DatabaseAddress lab = server.provide("unmarked");
        ExistingPackageCache cache = ExistingPackageCache.open(Targets.of(lab));
        cache.keep(RecoveryPoint.P1);
        new CacheRows(cache).add("precious");
        execute(lab, "UPDATE firedrill_interlock.marker SET said = 'somebody else'");
        String before = DatabaseDump.of(lab);
        assertThatThrownBy(cache::lose).isInstanceOf(InterlockRefused.class);
        assertThatThrownBy(() -> cache.rewindTo(RecoveryPoint.P1)).isInstanceOf(InterlockRefused.class);
        assertThatThrownBy(cache::close).isInstanceOf(InterlockRefused.class);
        assertThat(DatabaseDump.of(lab)).isEqualTo(before).contains("precious");
    }

    @Test
    void tables_beside_the_cache_come_back_and_count_on() throws SQLException {
        DatabaseAddress lab = server.provide("beside");
        try (ExistingPackageCache cache = ExistingPackageCache.open(Targets.of(lab))) {
            execute(lab, "CREATE SCHEMA more; CREATE TABLE more.t (n INT GENERATED ALWAYS AS IDENTITY, a TEXT)");
            execute(lab, "INSERT INTO more.t (a) VALUES ('one'), ('two')");
            cache.keep(RecoveryPoint.P1);
            execute(lab, "DROP SCHEMA more CASCADE");
            cache.rewindTo(RecoveryPoint.P1);
            execute(lab, "INSERT INTO more.t (a) VALUES ('three')");
            assertThat(new CacheRows(cache).column("SELECT n || a FROM more.t ORDER BY n"))
                    .containsExactly("1one", "2two", "3three");
        }
    }

    @Test
    void rows_come_back_as_they_were_and_not_as_the_rules_would_write_them() {
        DatabaseAddress lab = server.provide("latest");
        try (ExistingPackageCache cache = ExistingPackageCache.open(Targets.of(lab))) {
            CacheRows rows = new CacheRows(cache);
            rows.add("catalog");
            rows.execute("INSERT INTO packages VALUES ('drill', 'c.p', 'catalog', '', '{}', '{}', now(), '')");
            for (int revision = 1; revision <= 2; revision++) {
                rows.execute("INSERT INTO package_revisions VALUES ('drill', 'c.p.v" + revision + "', 'c.p', "
                        + revision + ", '{}', '{}', now(), '', 'Published', '', false, '[]')");
            }
            rows.execute("UPDATE package_revisions SET latest = true");
            cache.keep(RecoveryPoint.P1);
            cache.lose();
            cache.rewindTo(RecoveryPoint.P1);
            assertThat(rows.column("SELECT latest FROM package_revisions")).containsExactly("t", "t");
        }
    }

    private static void execute(DatabaseAddress lab, String command) throws SQLException {
        try (Connection connection = CacheRows.connect(lab)) {
            connection.createStatement().execute(command);
        }
    }
}
