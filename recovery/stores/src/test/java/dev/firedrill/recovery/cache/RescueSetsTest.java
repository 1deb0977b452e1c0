package dev.firedrill.recovery.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.RescueSet;
import dev.firedrill.recovery.model.RescuedRevision;
import dev.firedrill.recovery.model.Restoration;
import dev.firedrill.recovery.model.Returned;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.port.RescueSets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RescueSetsTest extends CacheFixture {
    @Test
    void rescues_and_restores() {
        CachedRevision published = inserted(row(name("foo", "v2.0"), Lifecycle.PUBLISHED, 1));
        CachedRevision draft = inserted(row(name("foo", "ws"), Lifecycle.DRAFT, 0));
        RescueSets sets = cache.rescueSets("ns");
        assertThat(sets.list()).isEmpty();
        assertThat(sets.newest(9)).isEmpty();

        cache.rescue(published, "s1", "gone from git");
        cache.rescue(published, "s1", "gone from git");
        cache.rescueAndUpdate(
                draft, draft.withContent(PackageContent.of(Map.of("Kptfile", "x"))), "s1", "other content");

        assertThat(sets.newest(9)).containsExactly("r1.foo.v2.0", "r1.foo.ws");
        assertThat(sets.newest(1)).containsExactly("r1.foo.ws");
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

        List<Restoration> restored = sets.restore("s1", Set.of()).restored();

        assertThat(restored)
                .extracting(each -> each.now().objectName())
                .containsExactly("r1.foo.v2-0", "r1.foo.ws-rescued");
        assertThat(sets.newest(9)).as("what was brought back").isEmpty();
        CachedRevision back = read(name("foo", "v2-0"));
        assertThat(back.lifecycle()).isEqualTo(Lifecycle.DRAFT);
        assertThat(back.revision()).isZero();
        assertThat(back.content()).isEqualTo(published.content());
        assertThat(back.metadata().labels()).isEqualTo(published.metadata().labels());
        assertThat(back.metadata().annotations()).isEqualTo(published.metadata().annotations());
        assertThat(back.metadata().finalizers()).isEmpty();
        assertThat(sets.list()).isEmpty();
        assertThat(sets.restore("s1", Set.of())).isEqualTo(new Returned(List.of(), List.of()));
        assertThat(sets.knows("s1"))
                .as("a set that was emptied is no unknown one")
                .isTrue();
        assertThat(sets.knows("s2")).isFalse();
    }

    @Test
    void restores_single_names_only_where_the_repository_is() {
        CachedRevision one = inserted(row(name("foo", "a"), Lifecycle.DRAFT, 0));
        inserted(row(name("foo", "b"), Lifecycle.PROPOSED, 0));
        inserted(row(name("foo", "main"), Lifecycle.PUBLISHED, -1));
        cache.rescueRepository("ns", "r1", "s1", "deleted");
        cache.rescueRepository("ns", "r1", "s1", "deleted");
        assertThat(cache.revisions("ns")).isEmpty();
        assertThat(cache.repositories()).isEmpty();
        RescueSets sets = cache.rescueSets("ns");
        assertThat(sets.show("s1")).hasSize(2);
        Returned refused = sets.restore("s1", Set.of());
        assertThat(refused.restored()).isEmpty();
        assertThat(refused.left()).hasSize(2).allMatch(sentence -> sentence.contains("register the Repository first"));
        assertThat(sets.show("s1")).hasSize(2);

        cache.register(repository("r1", "", "main", "two"));
        assertThat(sets.restore("s1", Set.of(one.name().objectName())).restored())
                .hasSize(1);
        assertThat(sets.show("s1")).hasSize(1);
        assertThat(read(one.name()).content()).isEqualTo(one.content());
    }

    @Test
    void restores_what_can_be_restored_of_several_repositories() {
        cache.register(repository("a1", "", "main", "a"));
        inserted(row(new RevisionName(new PackageName("ns", "a1", "x"), "w"), Lifecycle.DRAFT, 0));
        CachedRevision other = inserted(row(name("foo", "w"), Lifecycle.DRAFT, 0));
        cache.rescueRepository("ns", "a1", "s1", "deleted");
        cache.rescue(other, "s1", "gone");
        RescueSets sets = cache.rescueSets("ns");

        Returned result = sets.restore("s1", Set.of());

        assertThat(result.restored())
                .extracting(each -> each.was().objectName())
                .containsExactly("r1.foo.w");
        assertThat(result.left()).singleElement().asString().startsWith("a1.x.w: repository a1 has no row");
        assertThat(sets.show("s1"))
                .extracting(each -> each.revision().name().objectName())
                .containsExactly("a1.x.w");
        assertThat(sets.restore("s1", Set.of())).isEqualTo(new Returned(List.of(), result.left()));
        cache.register(repository("a1", "", "main", "a"));
        assertThat(sets.restore("s1", Set.of()).restored()).hasSize(1);
    }
}
