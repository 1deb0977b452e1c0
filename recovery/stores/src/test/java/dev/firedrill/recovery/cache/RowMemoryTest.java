package dev.firedrill.recovery.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.model.CachedRepository;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What did not move is not read again, and whatever moved is seen, whoever moved it. */
class RowMemoryTest extends CacheFixture {
    private static final String NAME = "r1.p.v1";
    private static final String OF_IT = " WHERE k8s_name = '" + NAME + "'";

    private final CachedRevision row = row(name("p", "v1"), Lifecycle.PUBLISHED, 1);
    private final CachedRevision other = row(name("q", "v1"), Lifecycle.PUBLISHED, 1);

    /** Rows of a table that the sessions of the cache have read so far. */
    private long read(String table) {
        // A session tells the server's counters what it did when it ends.
        cache.close();
        return Long.parseLong(database.value("SELECT seq_tup_read + COALESCE(idx_tup_fetch, 0) FROM pg_stat_user_tables"
                + " WHERE relname = '" + table + "'"));
    }

    @Test
    void a_second_reading_gives_the_same_objects() {
        cache.insert(row);
        cache.insert(other);
        List<CachedRevision> first = cache.revisions("ns");

        List<CachedRevision> second = cache.revisions("ns");

        assertThat(second).hasSize(2).isEqualTo(first);
        assertThat(second.get(0)).isSameAs(first.get(0));
        assertThat(cache.revisions("ns", "r1").get(1)).isSameAs(first.get(1));
        assertThat(cache.find("ns", NAME).orElseThrow()).isSameAs(first.get(0));
    }

    @Test
    void a_changed_row_is_read_again_without_its_content_and_no_other_is() {
        CachedRevision seen = inserted(row);
        CachedRevision untouched = inserted(other);

        cache.update(seen, seen.withMetadata(Metadata.none(AT).withLabels(Map.of("tier", "silver"))));

        List<CachedRevision> now = cache.revisions("ns");
        assertThat(now.get(0).metadata().labels()).containsEntry("tier", "silver");
        assertThat(now.get(0).content()).isSameAs(seen.content());
        assertThat(now.get(1)).isSameAs(untouched);
    }

    @Test
    void whatever_anyone_does_to_files_is_seen() {
        inserted(row);

        database.execute("UPDATE resources SET resource_value = 'torn'" + OF_IT + " AND resource_key = 'Kptfile'");
        assertThat(cache.revisions("ns").get(0).content().files()).containsEntry("Kptfile", "torn");

        database.execute("INSERT INTO resources (k8s_name_space, k8s_name, revision, resource_key, resource_value)"
                + " VALUES ('ns', '" + NAME + "', 1, 'more', 'x')");
        assertThat(cache.revisions("ns").get(0).content().files()).containsEntry("more", "x");

        database.execute("DELETE FROM resources" + OF_IT + " AND resource_key = 'Kptfile'");
        assertThat(cache.revisions("ns").get(0).content().files()).doesNotContainKey("Kptfile");

        database.execute("DELETE FROM resources" + OF_IT);
        assertThat(cache.revisions("ns").get(0).content().files()).isEmpty();
    }

    @Test
    void whatever_anyone_does_to_the_row_is_seen_although_its_time_stays() {
        inserted(row);

        database.execute("UPDATE package_revisions SET meta = '{\"labels\":{\"a\":\"b\"}}'" + OF_IT);
        assertThat(cache.revisions("ns").get(0).metadata().labels()).containsOnlyKeys("a");

        database.execute("DELETE FROM package_revisions" + OF_IT);
        assertThat(cache.revisions("ns")).isEmpty();
        assertThat(cache.find("ns", NAME)).isEmpty();
    }

    @Test
    void the_latest_flag_that_a_trigger_moves_is_seen() {
        inserted(row);

        cache.insert(row(name("p", "v2"), Lifecycle.PUBLISHED, 2));

        assertThat(latest()).containsExactly("r1.p.v2");
    }

    @Test
    void a_row_that_cannot_be_read_is_named_each_time() {
        inserted(row);
        inserted(other);
        database.execute("UPDATE package_revisions SET meta = '['" + OF_IT);

        assertThat(cache.rows("ns").unreadable()).hasSize(1);
        assertThat(cache.rows("ns").unreadable()).hasSize(1);
        assertThat(cache.rows("ns").revisions()).hasSize(1);
    }

    @Test
    void what_is_read_in_a_transaction_of_another_is_what_was_there_before() throws SQLException {
        CachedRevision before = inserted(row);
        try (Connection writer = DriverManager.getConnection(database.plainUrl(), "postgres", "postgres");
                PreparedStatement write =
                        writer.prepareStatement("UPDATE resources SET resource_value = 'late'" + OF_IT)) {
            writer.setAutoCommit(false);
            write.executeUpdate();
            assertThat(cache.revisions("ns").get(0)).isSameAs(before);
            writer.commit();
        }

        assertThat(cache.revisions("ns").get(0).content().files()).containsEntry("Kptfile", "late");
    }

    @Test
    void sessions_that_were_ended_leave_nothing_remembered() {
        CachedRevision before = inserted(row);
        database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");

        CachedRevision after = cache.revisions("ns").get(0);

        assertThat(after).isEqualTo(before).isNotSameAs(before);
    }

    @Test
    void another_process_remembers_nothing() {
        CachedRevision before = inserted(row);
        try (PostgresPackageCache another = new PostgresPackageCache(database.address(), Clock.systemUTC())) {
            assertThat(another.revisions("ns").get(0)).isEqualTo(before).isNotSameAs(before);
        }
    }

    @Test
    void one_reading_of_an_aligned_cache_reads_no_column_of_its_rows() {
        for (int number = 0; number < 20; number++) {
            cache.insert(row(name("p" + number, "v1"), Lifecycle.PUBLISHED, 1));
        }
        cache.revisions("ns");
        long files = read("resources");

        cache.revisions("ns");

        // Once for the stamps; twice would be the files as well.
        assertThat(read("resources") - files).isLessThanOrEqualTo(20 * 2);
    }

    @Test
    void repositories_that_nobody_wrote_are_the_same_objects() {
        cache.register(repository("r2", "", "main", "two"));
        List<CachedRepository> before = cache.repositories();

        database.execute("UPDATE repositories SET spec = '{\"metadata\":{\"uid\":\"new\"}}' WHERE k8s_name = 'r2'");
        List<CachedRepository> after = cache.repositories();

        assertThat(after.get(0)).isSameAs(before.get(0));
        assertThat(after.get(1).uid()).isEqualTo("new");
        database.execute("DELETE FROM repositories WHERE k8s_name = 'r1'");
        assertThat(cache.repositories()).containsExactly(after.get(1));
    }
}
