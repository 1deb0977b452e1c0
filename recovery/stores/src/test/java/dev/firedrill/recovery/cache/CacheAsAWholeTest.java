package dev.firedrill.recovery.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.cache.connection.Database;
import dev.firedrill.recovery.model.CachedRepository;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.port.CacheConflict;
import dev.firedrill.recovery.port.CacheRefused;
import dev.firedrill.recovery.port.CacheUnavailable;
import dev.firedrill.recovery.port.PassLock;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories' rows, the lock, and what happens when the database does not play along. */
class CacheAsAWholeTest extends CacheFixture {
    @Test
    void lets_one_process_align_at_a_time() {
        PassLock lock = cache.lockPass("ns", Duration.ofSeconds(1));
        assertThatThrownBy(() -> cache.lockPass("ns", Duration.ofMillis(50))).isInstanceOf(CacheConflict.class);
        cache.lockPass("other", Duration.ofMillis(50)).close();
        lock.close();
        cache.lockPass("ns", Duration.ofSeconds(1)).close();
    }

    @Test
    void gives_the_lock_up_though_it_keeps_the_connection() {
        cache.lockPass("ns", Duration.ofSeconds(1)).close();
        cache.revisions("ns");
        try (PostgresPackageCache another = new PostgresPackageCache(database.address(), Clock.systemUTC())) {
            PassLock taken = another.lockPass("ns", Duration.ofMillis(50));
            assertThatThrownBy(() -> cache.lockPass("ns", Duration.ofMillis(50)))
                    .isInstanceOf(CacheConflict.class);
            taken.close();
        }
        cache.lockPass("ns", Duration.ofMillis(50)).close();
        assertThat(database.value("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE application_name = 'firedrill-recovery' AND datname = current_database()"))
                .isEqualTo("1");
    }

    @Test
    void takes_the_lock_though_its_connection_was_cut_meanwhile() {
        cache.lockPass("ns", Duration.ofSeconds(1)).close();
        database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE application_name = 'firedrill-recovery' AND datname = current_database()");
        cache.lockPass("ns", Duration.ofSeconds(1)).close();
        cache.insert(row(name("foo", "w"), Lifecycle.DRAFT, 0));
        assertThat(cache.revisions("ns")).hasSize(1);
    }

    @Test
    void says_what_is_wrong_with_the_database() {
        Database there = database.address();
        Database nowhere = new Database("jdbc:postgresql://localhost:1/x", "u", () -> "hush");
        assertThatThrownBy(() -> new PostgresPackageCache(nowhere, Clock.systemUTC()).repositories())
                .isInstanceOf(CacheUnavailable.class)
                .hasMessageContaining("does not answer")
                .hasMessageNotContaining("hush");
        Database unknown = new Database(there.url() + "_not", "postgres", there.password());
        assertThatThrownBy(() -> new PostgresPackageCache(unknown, Clock.systemUTC()).repositories())
                .isInstanceOf(CacheUnavailable.class)
                .hasMessageContaining("does not exist");
        database.execute("DROP TABLE resources");
        assertThatThrownBy(() -> cache.revisions("ns"))
                .isInstanceOf(CacheUnavailable.class)
                .hasMessageContaining("resources")
                .hasMessageContaining("load the package cache's schema");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h:xx/db?password=hush",
                "jdbc:postgres://u:hush@h/db?password=hush",
                "postgresql://u:hush@h/db"
            })
    void says_no_password_of_a_url_that_cannot_be_used(String url) {
        Database unusable = new Database(url, "u", () -> "hush");
        assertThatThrownBy(() -> new PostgresPackageCache(unusable, Clock.systemUTC()).repositories())
                .hasMessageContaining("//h")
                .hasMessageNotContaining("hush");
    }

    @Test
    void survives_that_its_connections_are_cut() {
        cache.revisions("ns");
        database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE application_name = 'firedrill-recovery' AND datname = current_database()");
        cache.insert(row(name("foo", "w"), Lifecycle.DRAFT, 0));
        assertThat(cache.revisions("ns")).hasSize(1);
    }

    @Test
    void follows_the_repository_object() {
        Repository again = repository("r1", "", "main", "two");
        cache.register(again);
        assertThat(cache.repositories()).extracting(CachedRepository::uid).containsExactly("two");
        assertThat(database.value("SELECT spec FROM repositories")).doesNotContain("resourceVersion", "status");
        cache.markRemoval("ns", "r1", true);
        cache.register(repository("r1", "", "main", "three"));
        assertThat(cache.repositories().get(0).removalAwaits()).isTrue();
        cache.markRemoval("ns", "r1", false);
        assertThat(cache.repositories().get(0).removalAwaits()).isFalse();
    }

    @Test
    void remembers_that_drafts_are_known_for_as_long_as_it_has_the_repository() {
        assertThat(cache.repositories().get(0).draftsKnown()).isFalse();
        cache.knowDrafts("ns", "r1");
        cache.markRemoval("ns", "r1", true);
        cache.register(repository("r1", "", "main", "three"));
        assertThat(cache.repositories().get(0).draftsKnown()).isTrue();
        assertThat(cache.repositories().get(0).removalAwaits()).isTrue();

        cache.move(repository("r1", "below", "main", "three"));
        assertThat(cache.repositories().get(0).draftsKnown())
                .as("another directory has other branches")
                .isFalse();
        cache.knowDrafts("ns", "r1");
        cache.rescueRepository("ns", "r1", "s", "gone");
        cache.register(repository("r1", "below", "main", "four"));
        assertThat(cache.repositories().get(0).draftsKnown()).isFalse();
    }

    @Test
    void puts_aside_what_has_no_row() {
        CachedRevision copy = row(name("foo", "w"), Lifecycle.DRAFT, 0);
        cache.setAside(copy, "s1", "its branch holds it");
        cache.setAside(copy, "s1", "its branch holds it");

        assertThat(cache.revisions("ns")).isEmpty();
        assertThat(cache.rescueSets("ns").show("s1"))
                .extracting(each -> each.revision().content())
                .containsExactly(copy.content());
    }

    @Test
    void moves_a_repository_with_all_its_rows() {
        CachedRevision draft = inserted(row(name("foo", "d"), Lifecycle.DRAFT, 0));
        CachedRevision v1 = inserted(row(name("foo", "w1"), Lifecycle.PUBLISHED, 1));
        inserted(row(name("foo", "w2"), Lifecycle.DELETION_PROPOSED, 2));
        Repository moved = repository("r1", "below", "trunk", "two");
        assertThatThrownBy(() -> cache.register(moved)).isInstanceOf(CacheRefused.class);

        cache.move(moved);

        assertThat(cache.repositories().get(0).directory()).isEqualTo("below");
        assertThat(read(draft.name())).isEqualTo(draft);
        assertThat(read(v1.name()))
                .usingRecursiveComparison()
                .ignoringFields("latest")
                .isEqualTo(v1);
        assertThat(latest()).containsExactly("r1.foo.w2");
    }
}
