package dev.firedrill.recovery.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.port.CacheConflict;
import dev.firedrill.recovery.port.CacheRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresPackageCacheTest extends CacheFixture {
    @ParameterizedTest
    @CsvSource({"Draft,0", "Proposed,0", "Published,3", "DeletionProposed,2", "Published,-1", "DeletionProposed,-1"})
    void keeps_every_attribute(String lifecycle, int revision) {
        RevisionName name = name("net/upf", "ws");
        CachedRevision row = row(name, Lifecycle.of(lifecycle), revision);

        CachedRevision read = inserted(row);

        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("spec", "latest")
                .isEqualTo(row);
        assertThat(read.latest()).isEqualTo(revision > 0);
        assertThat(cache.revisions("ns")).containsExactly(read);
        assertThat(cache.revisions("ns", "r1")).containsExactly(read);
        assertThat(cache.revisions("ns", "r2")).isEmpty();
    }

    @Test
    void writes_the_columns_as_porch_does() {
        inserted(row(name("net/upf", "ws"), Lifecycle.PUBLISHED, 1));

        assertThat(database.value("SELECT package_path FROM packages WHERE k8s_name = 'r1.net.upf'"))
                .isEqualTo("net");
        assertThat(database.value("SELECT ext_pr_id FROM package_revisions"))
                .isEqualTo("{\"type\":\"git\",\"git\":{\"repo\":\"http://git/r1\",\"directory\":\"net/upf\","
                        + "\"ref\":\"ref\",\"commit\":\"c1\"}}");
        assertThat(database.value("SELECT tasks FROM package_revisions"))
                .isEqualTo("[{\"type\":\"init\",\"init\":{}}]");
        assertThat(database.value("SELECT spec::json->>'packageName' FROM package_revisions"))
                .isEqualTo("net/upf");
        assertThat(database.value("SELECT spec::json->'readinessGates'->0->>'conditionType' FROM package_revisions"))
                .isEqualTo("ok");
        assertThat(database.value("SELECT spec::json#>>'{packageMetadata,labels,tier}' FROM package_revisions"))
                .isEqualTo("gold");
        assertThat(database.value("SELECT kptfile_status::json#>>'{upstreamLock,git,commit}' FROM package_revisions"))
                .isEqualTo("abc");
        assertThat(database.value("SELECT meta::json#>>'{ownerReferences,0,uid}' FROM package_revisions"))
                .isEqualTo("u1");
        assertThat(database.value("SELECT DISTINCT revision FROM resources")).isEqualTo("1");
    }

    @Test
    void reads_what_porch_wrote_and_keeps_members_that_it_does_not_know() {
        database.execute("INSERT INTO packages VALUES ('ns','r1.foo','r1','','{}','{}',now(),'porch')");
        database.execute("INSERT INTO package_revisions (k8s_name_space,k8s_name,package_k8s_name,revision,meta,spec,"
                + "updated,updatedby,lifecycle,ext_pr_id,tasks) VALUES ('ns','r1.foo.v2.0.1','r1.foo',0,"
                + "'{\"name\":\"r1.foo.v2.0.1\",\"generation\":4,\"creationTimestamp\":\"2026-01-01T01:00:00+01:00\"}',"
                + "'{\"workspaceName\":\"v2.0.1\"}','2026-01-01 00:00:00.000001+00','porch','Draft','{}','null')");

        CachedRevision read = cache.find("ns", "r1.foo.v2.0.1").orElseThrow();
        assertThat(read.name()).isEqualTo(name("foo", "v2.0.1"));
        assertThat(read.metadata().createdAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(read.originTask()).isEmpty();
        cache.update(read, read.withMetadata(read.metadata().withLabels(Map.of("a", "b"))));
        assertThat(database.value("SELECT meta::json->>'generation' FROM package_revisions"))
                .isEqualTo("4");
    }

    @ParameterizedTest
    @CsvSource({"Draft,5,Published", "Proposed,5,Published", "Draft,5,DeletionProposed", "Draft,-1,Published"})
    void publishes_stale_rows_in_one_write_that_keeps_metadata(String from, int revision, String to) {
        RevisionName name = name("foo", "ws");
        CachedRevision seen = inserted(row(name, Lifecycle.of(from), 0));
        CachedRevision wanted = seen.withLifecycle(Lifecycle.of(to), revision)
                .withContent(PackageContent.of(Map.of("Kptfile", KPTFILE, "new", "n")));

        cache.update(seen, wanted);

        CachedRevision now = read(name);
        assertThat(now.lifecycle().text()).isEqualTo(to);
        assertThat(now.revision()).isEqualTo(revision);
        assertThat(now.metadata()).isEqualTo(seen.metadata());
        assertThat(now.content()).isEqualTo(wanted.content());
        assertThat(now.latest()).isEqualTo(revision > 0);
        assertThat(database.value("SELECT count(*) FROM resources WHERE revision = " + revision))
                .isEqualTo("2");
    }

    @Test
    void refuses_what_the_triggers_refuse() {
        CachedRevision published = inserted(row(name("foo", "w1"), Lifecycle.PUBLISHED, 1));
        CachedRevision draft = inserted(row(name("foo", "w2"), Lifecycle.DRAFT, 0));

        assertThatThrownBy(() -> cache.update(published, published.withLifecycle(Lifecycle.DRAFT, 0)))
                .isInstanceOf(CacheRefused.class);
        assertThatThrownBy(() -> cache.update(draft, draft.withLifecycle(Lifecycle.PUBLISHED, 1)))
                .isInstanceOf(CacheRefused.class);
        assertThatThrownBy(() -> cache.insert(row(name("foo", "w3"), Lifecycle.PUBLISHED, 0)))
                .isInstanceOf(CacheRefused.class);
        assertThat(read(draft.name())).as("nothing half done").isEqualTo(draft);
    }

    @Test
    void notices_that_somebody_else_wrote() {
        CachedRevision seen = inserted(row(name("foo", "w"), Lifecycle.DRAFT, 0));
        cache.update(seen, seen.withMetadata(seen.metadata().withLabels(Map.of())));

        assertThat(read(seen.name()).updated()).isAfter(seen.updated());
        assertThatThrownBy(() -> cache.update(seen, seen.withLifecycle(Lifecycle.PROPOSED, 0)))
                .isInstanceOf(CacheConflict.class);
        assertThatThrownBy(() -> cache.rescue(seen, "s", "r")).isInstanceOf(CacheConflict.class);
        assertThatThrownBy(() -> cache.insert(seen)).isInstanceOf(CacheConflict.class);
        cache.delete(seen.name());
        assertThatThrownBy(() -> cache.update(seen, seen.withLifecycle(Lifecycle.PROPOSED, 0)))
                .isInstanceOf(CacheConflict.class);
    }

    @Test
    void leaves_the_transaction_counter_alone_when_there_is_nothing_to_write() {
        CachedRevision row = inserted(row(name("foo", "w"), Lifecycle.DRAFT, 0));
        String before = database.transactions();

        cache.revisions("ns");
        cache.repositories();
        cache.update(row, row.writtenBy("somebody", Instant.now()));
        cache.register(repository("r1", "", "main", "one"));
        cache.rescueSets("ns").unfinished();
        cache.rescueSets("ns").finish("none");
        cache.lockPass("ns", Duration.ofSeconds(1)).close();

        assertThat(database.transactions()).isEqualTo(before);
    }

    @Test
    void keeps_the_latest_flag_on_the_highest() {
        inserted(row(name("foo", "w2"), Lifecycle.DELETION_PROPOSED, 2));
        inserted(row(name("foo", "main"), Lifecycle.PUBLISHED, -1));
        inserted(row(name("foo", "w1"), Lifecycle.PUBLISHED, 1));
        assertThat(latest()).containsExactly("r1.foo.w2");
        database.execute("UPDATE package_revisions SET latest = TRUE");
        cache.fixLatest(name("foo", "w1").packageName());
        assertThat(latest()).containsExactly("r1.foo.w2");
        cache.delete(name("foo", "w2"));
        assertThat(latest()).containsExactly("r1.foo.w1");
    }

    @Test
    void takes_the_package_away_with_its_last_revision() {
        inserted(row(name("foo", "w1"), Lifecycle.DRAFT, 0));
        inserted(row(name("a/foo", "w1"), Lifecycle.DRAFT, 0));
        cache.delete(name("foo", "w1"));
        cache.delete(name("foo", "w1"));
        assertThat(database.value("SELECT string_agg(k8s_name, ',') FROM packages"))
                .isEqualTo("r1.a.foo");
    }

    @Test
    void refuses_packages_that_would_share_a_row() {
        inserted(row(name("a/b", "w"), Lifecycle.DRAFT, 0));
        assertThatThrownBy(() -> cache.insert(row(name("a.b", "x"), Lifecycle.DRAFT, 0)))
                .isInstanceOf(CacheRefused.class)
                .hasMessageContaining("a.b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\ud800"})
    void refuses_text_that_the_columns_cannot_hold(String text) {
        CachedRevision row = row(name("foo", "w"), Lifecycle.DRAFT, 0);
        assertThatThrownBy(() -> cache.insert(row.withContent(PackageContent.of(Map.of("f", text)))))
                .isInstanceOf(CacheRefused.class);
        assertThatThrownBy(() -> cache.insert(row.withContent(PackageContent.of(Map.of(text, "f")))))
                .isInstanceOf(CacheRefused.class);
        assertThat(cache.revisions("ns")).isEmpty();
    }

    @Test
    void treats_names_as_data() {
        RevisionName odd = name("pa'th/ü; DROP TABLE packages; --.x", "w\"s$$");
        assertThat(inserted(row(odd, Lifecycle.DRAFT, 0)).name()).isEqualTo(odd);
    }
}
