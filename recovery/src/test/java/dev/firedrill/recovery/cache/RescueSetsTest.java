package dev.firedrill.recovery.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.PackageContent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RescueSetsTest extends CacheBench {
    @Test
    void rescuesAndRestores() {
        CachedRevision published = inserted(row(name("foo", "v2.0"), Lifecycle.PUBLISHED, 1));
        CachedRevision draft = inserted(row(name("foo", "ws"), Lifecycle.DRAFT, 0));
        RescueSets sets = cache.rescueSets("ns");
        assertThat(sets.list()).isEmpty();

        cache.rescue(published, "s1", "gone from git");
        cache.rescue(published, "s1", "gone from git");
        cache.rescueAndUpdate(
                draft, draft.withContent(PackageContent.of(Map.of("Kptfile", "x"))), "s1", "other content");

        assertThat(sets.unfinished()).contains("s1");
        sets.finish("s1");
        assertThat(sets.unfinished()).isEmpty();
        assertThat(sets.list()).extracting(RescueSet::size).containsExactly(2);
        assertThat(sets.show("s1"))
                .extracting(RescuedRevision::reason)
                .containsExactly("gone from git", "other content");
        assertThat(sets.show("s1").get(0).revision())
                .usingRecursiveComparison()
                .ignoringFields("latest")
                .isEqualTo(published);

        List<Restoration> restored = sets.restore("s1", Set.of());

        assertThat(restored)
                .extracting(each -> each.now().objectName())
                .containsExactly("r1.foo.v2-0", "r1.foo.ws-rescued");
        CachedRevision back = read(name("foo", "v2-0"));
        assertThat(back.lifecycle()).isEqualTo(Lifecycle.DRAFT);
        assertThat(back.revision()).isZero();
        assertThat(back.content()).isEqualTo(published.content());
        assertThat(back.metadata().labels()).isEqualTo(published.metadata().labels());
        assertThat(back.metadata().annotations()).isEqualTo(published.metadata().annotations());
        assertThat(back.metadata().finalizers()).isEmpty();
        assertThat(sets.list()).isEmpty();
        assertThat(sets.restore("s1", Set.of())).isEmpty();
    }

    @Test
    void restoresSingleNamesOnlyWhereTheRepositoryIs() {
        CachedRevision one = inserted(row(name("foo", "a"), Lifecycle.DRAFT, 0));
        inserted(row(name("foo", "b"), Lifecycle.PROPOSED, 0));
        inserted(row(name("foo", "main"), Lifecycle.PUBLISHED, -1));
        cache.rescueRepository("ns", "r1", "s1", "deleted");
        cache.rescueRepository("ns", "r1", "s1", "deleted");
        assertThat(cache.revisions("ns")).isEmpty();
        assertThat(cache.repositories()).isEmpty();
        RescueSets sets = cache.rescueSets("ns");
        assertThat(sets.show("s1")).hasSize(2);
        assertThatThrownBy(() -> sets.restore("s1", Set.of()))
                .isInstanceOf(CacheRefused.class)
                .hasMessageContaining("register the Repository first");

        cache.register(repository("r1", "", "main", "two"));
        assertThat(sets.restore("s1", Set.of(one.name().objectName()))).hasSize(1);
        assertThat(sets.show("s1")).hasSize(1);
        assertThat(read(one.name()).content()).isEqualTo(one.content());
    }
}
