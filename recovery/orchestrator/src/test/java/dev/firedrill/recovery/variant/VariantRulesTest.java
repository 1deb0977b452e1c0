package dev.firedrill.recovery.variant;

import static dev.firedrill.recovery.variant.VariantFixture.adopting;
import static dev.firedrill.recovery.variant.VariantFixture.following;
import static dev.firedrill.recovery.variant.VariantFixture.pointingAt;
import static dev.firedrill.recovery.variant.VariantFixture.variant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.engine.Kptfile;
import dev.firedrill.recovery.engine.RepositoryState;
import dev.firedrill.recovery.fake.Samples;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.model.VariantStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VariantRulesTest {
    private static final String FIRST = "edge.site.upf.packagevariant-1";
    private static final String SECOND = "edge.site.upf.packagevariant-2";

    private final VariantFixture fixture = new VariantFixture();
    private final Variant variant = variant("uid-1");

    @BeforeEach
    void publishUpstream() {
        fixture.stores.published("blue", "upf", "v1");
    }

    @Test
    void an_empty_downstream_package_gets_a_draft_with_all_that_the_variant_declares() {
        VariantStatus status = fixture.settled(variant);
        assertThat(status.ready()).isTrue();
        assertThat(status.downstreamTargets()).containsExactly(FIRST);
        CachedRevision draft = fixture.row(FIRST);
        assertThat(draft.metadata().labels()).isEqualTo(Map.of("from", "variant"));
        assertThat(draft.metadata().annotations()).isEqualTo(Map.of("note", "made by a variant"));
        assertThat(draft.metadata().owners())
                .containsExactly(new OwnerReference(
                        "config.porch.kpt.dev/v1alpha1", "PackageVariant", "to-edge", "uid-1", true, true));
        assertThat(draft.content().files().get("package-context.yaml"))
                .contains("region: north")
                .contains("name: upf");
        assertThat(Kptfile.of(draft.content())
                        .orElseThrow()
                        .upstreamLock()
                        .orElseThrow()
                        .ref())
                .isEqualTo("upf/v1");
    }

    @Test
    void intact_ownership_needs_nothing() {
        fixture.settle(variant);
        fixture.publish(FIRST);
        assertThat(fixture.settled(variant).ready()).isTrue();
        assertThat(fixture.settled(adopting(variant)).ready()).isTrue();
        assertThat(fixture.downstream()).containsExactly("site/upf/packagevariant-1 Published");
    }

    @Test
    void a_variant_created_anew_owns_its_revisions_again_and_nothing_else_changes() {
        fixture.settle(variant);
        fixture.publish(FIRST);
        fixture.edit(FIRST, metadata -> metadata.withLabels(Map.of("set", "by a user")));
        Variant reborn = variant("uid-2");
        assertThat(fixture.settled(reborn).ready()).isTrue();
        assertThat(fixture.owners(FIRST)).containsExactly("uid-2");
        assertThat(fixture.row(FIRST).metadata().labels()).isEqualTo(Map.of("set", "by a user"));
        assertThat(fixture.downstream()).containsExactly("site/upf/packagevariant-1 Published");
    }

    @Test
    void ownership_returns_also_while_the_upstream_is_missing() {
        fixture.settle(variant);
        fixture.unregister("blue");
        assertThat(fixture.settled(variant("uid-2")).stalled()).isTrue();
        assertThat(fixture.owners(FIRST)).containsExactly("uid-2");
    }

    @Test
    void a_reference_outside_of_the_downstream_package_is_left_to_its_dead_owner() {
        fixture.settle(pointingAt(variant, "elsewhere"));
        fixture.settled(variant("uid-2"));
        assertThat(fixture.owners("edge.elsewhere.packagevariant-1")).containsExactly("uid-1");
    }

    @Test
    void without_ownership_nothing_is_cloned_next_to_what_is_there_also_below_the_root() {
        fixture.stores.published("edge", "site/upf", "packagevariant-1");
        VariantStatus status = fixture.settled(variant);
        assertThat(status.ready()).isFalse();
        assertThat(status.stalled()).isFalse();
        assertThat(status.message()).contains("does not own").contains("adoptExisting");
        assertThat(fixture.downstream()).containsExactly("site/upf/packagevariant-1 Published");
    }

    @Test
    void adoption_appends_the_owner_and_sets_what_the_variant_declares() {
        fixture.stores.published("edge", "site/upf", "packagevariant-1");
        OwnerReference old = new OwnerReference("example.org/v1", "Other", "x", "uid-x", false, false);
        fixture.edit(
                FIRST,
                metadata -> metadata.withLabels(Map.of("kept", "yes", "from", "user"))
                        .withOwners(List.of(old)));
        assertThat(fixture.settled(adopting(variant)).ready()).isTrue();
        assertThat(fixture.owners(FIRST)).containsExactly("uid-x", "uid-1");
        assertThat(fixture.row(FIRST).metadata().labels()).isEqualTo(Map.of("kept", "yes", "from", "variant"));
    }

    @Test
    void two_living_variants_do_not_share_a_package() {
        fixture.settle(variant);
        Variant other = new Variant(
                variant.namespace(),
                "second",
                "uid-9",
                1,
                false,
                "blue",
                "upf",
                Optional.of("v1"),
                "edge",
                "site/upf",
                true,
                false,
                Map.of(),
                Map.of(),
                Map.of(),
                "{}");
        assertThat(fixture.settled(other, variant).message()).contains("owned by PackageVariant 'to-edge'");
        assertThat(fixture.owners(FIRST)).containsExactly("uid-1");
    }

    @Test
    void nothing_is_done_before_the_downstream_repository_is_aligned() {
        fixture.stores.states.put("edge", new RepositoryState.Unaligned(Optional.empty(), "git does not answer"));
        VariantStatus status = fixture.settled(variant);
        assertThat(status.ready()).isFalse();
        assertThat(status.message()).contains("not aligned").contains("git does not answer");
        fixture.unregister("edge");
        assertThat(fixture.settled(variant).message()).contains("not registered");
        assertThat(fixture.downstream()).isEmpty();
        fixture.register("edge");
        assertThat(fixture.settled(variant).ready()).isTrue();
    }

    @Test
    void downstream_before_upstream_stalls_and_heals_itself() {
        fixture.unregister("blue");
        VariantStatus stalled = fixture.settled(variant);
        assertThat(stalled.stalled()).isTrue();
        assertThat(stalled.ready()).isFalse();
        assertThat(stalled.reason()).isEqualTo("ValidationError");
        fixture.register("blue");
        assertThat(fixture.settled(variant).ready()).isTrue();
    }

    @Test
    void an_upstream_whose_git_does_not_answer_waits_without_stalling() {
        fixture.settle(variant);
        fixture.stores.states.put("blue", new RepositoryState.Unaligned(Optional.empty(), "git does not answer"));
        VariantStatus waiting = fixture.settled(variant);
        assertThat(waiting.ready()).isFalse();
        assertThat(waiting.stalled()).isFalse();
        assertThat(waiting.message()).contains("git does not answer");
    }

    @Test
    void an_upstream_that_git_lost_stalls_and_leaves_the_downstream_alone() {
        fixture.settle(variant);
        fixture.publish(FIRST);
        fixture.stores.cache.rows.remove("demo/blue.upf.v1");
        VariantStatus status = fixture.settled(variant);
        assertThat(status.stalled()).isTrue();
        assertThat(status.message()).contains("blue.upf.v1").contains("does not exist");
        assertThat(fixture.downstream()).containsExactly("site/upf/packagevariant-1 Published");
    }

    @Test
    void an_upstream_without_a_workspace_a_draft_or_a_branch_head_cannot_be_followed() {
        assertThat(fixture.settled(following(variant, "")).message()).contains("workspaceName");
        assertThat(fixture.settled(following(variant, "main")).message()).contains("head of a package branch");
        fixture.stores.draft("blue", "upf", "v9");
        VariantStatus draft = fixture.settled(following(variant, "v9"));
        assertThat(draft.stalled()).isTrue();
        assertThat(draft.message()).contains("Draft, not published");
        assertThat(fixture.settled(pointingAt(variant, "../up")).stalled()).isTrue();
        assertThat(fixture.downstream()).isEmpty();
    }

    @Test
    void a_newer_upstream_gives_an_upgrade_draft_and_none_while_a_draft_is_open() {
        fixture.stores.published("blue", "upf", "v2");
        fixture.settle(variant);
        VariantStatus open = fixture.settled(following(variant, "v2"));
        assertThat(open.ready()).isFalse();
        assertThat(open.message()).contains("is Draft").contains("publish it or delete it");
        fixture.publish(FIRST);
        VariantStatus upgraded = fixture.settled(following(variant, "v2"));
        assertThat(upgraded.ready()).isTrue();
        assertThat(upgraded.downstreamTargets()).containsExactly(SECOND);
        assertThat(fixture.row(SECOND).originTask().orElseThrow())
                .contains("upgrade")
                .contains("blue.upf.v2");
        assertThat(fixture.owners(SECOND)).containsExactly("uid-1");
    }

    @Test
    void a_variant_rewound_to_an_older_upstream_proposes_it_as_a_draft_and_touches_nothing_else() {
        fixture.stores.published("blue", "upf", "v2");
        fixture.settle(following(variant, "v2"));
        fixture.publish(FIRST);
        assertThat(fixture.settled(following(variant, "v1")).downstreamTargets())
                .containsExactly(SECOND);
        assertThat(fixture.downstream())
                .containsExactly("site/upf/packagevariant-1 Published", "site/upf/packagevariant-2 Draft");
    }

    @Test
    void a_number_that_upstream_gave_twice_is_seen_by_its_commit() {
        fixture.settle(variant);
        fixture.publish(FIRST);
        fixture.move("blue.upf.v1", Lifecycle.DELETION_PROPOSED);
        CachedRevision old = fixture.row("blue.upf.v1");
        fixture.stores.cache.rows.remove("demo/blue.upf.v1");
        fixture.stores.git.tags.clear();
        CachedRevision reused = fixture.stores.published("blue", "upf", "v1");
        assertThat(reused.revision()).isEqualTo(old.revision());
        VariantStatus status = fixture.settled(variant);
        assertThat(status.ready()).isFalse();
        assertThat(status.message()).contains("not there any more");
    }

    @Test
    void a_lost_draft_comes_back_and_a_number_of_either_store_is_not_given_twice() {
        fixture.settle(variant);
        fixture.stores.cache.rows.remove("demo/" + FIRST);
        assertThat(fixture.settled(variant).downstreamTargets()).containsExactly(FIRST);
        fixture.publish(FIRST);
        fixture.stores.published("blue", "upf", "v2");
        fixture.settle(following(variant, "v2"));
        fixture.publish(SECOND);
        fixture.stores.published("blue", "upf", "v3");
        assertThat(fixture.settled(following(variant, "v3")).downstreamTargets())
                .containsExactly("edge.site.upf.packagevariant-3");
    }

    @Test
    void a_leftover_directory_is_no_revision() {
        fixture.settle(variant);
        fixture.publish(FIRST);
        fixture.move(FIRST, Lifecycle.DELETION_PROPOSED);
        fixture.delete(FIRST);
        assertThat(fixture.settled(variant).ready()).isTrue();
        assertThat(fixture.downstream()).containsExactly("site/upf/packagevariant-1 Draft");
    }

    @Test
    void a_revision_without_an_upstream_is_left_as_it_is() {
        fixture.stores.draft("edge", "site/upf", "mine");
        assertThat(fixture.settled(adopting(variant)).ready()).isTrue();
        assertThat(fixture.row("edge.site.upf.mine").metadata().owners()).hasSize(1);
        assertThat(Samples.repository("edge").deployment()).isTrue();
    }
}
