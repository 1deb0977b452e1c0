package dev.firedrill.recovery.variant;

import static dev.firedrill.recovery.variant.VariantBench.adopting;
import static dev.firedrill.recovery.variant.VariantBench.deleting;
import static dev.firedrill.recovery.variant.VariantBench.following;
import static dev.firedrill.recovery.variant.VariantBench.orphaning;
import static dev.firedrill.recovery.variant.VariantBench.pointingAt;
import static dev.firedrill.recovery.variant.VariantBench.variant;
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

    private final VariantBench bench = new VariantBench();
    private final Variant variant = variant("uid-1");

    @BeforeEach
    void publishUpstream() {
        bench.stores.published("blue", "upf", "v1");
    }

    @Test
    void an_empty_downstream_package_gets_a_draft_with_all_that_the_variant_declares() {
        VariantStatus status = bench.settled(variant);
        assertThat(status.ready()).isTrue();
        assertThat(status.downstreamTargets()).containsExactly(FIRST);
        CachedRevision draft = bench.row(FIRST);
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
        bench.settle(variant);
        bench.publish(FIRST);
        assertThat(bench.settled(variant).ready()).isTrue();
        assertThat(bench.settled(adopting(variant)).ready()).isTrue();
        assertThat(bench.downstream()).containsExactly("site/upf/packagevariant-1 Published");
    }

    @Test
    void a_variant_created_anew_owns_its_revisions_again_and_nothing_else_changes() {
        bench.settle(variant);
        bench.publish(FIRST);
        bench.edit(FIRST, metadata -> metadata.withLabels(Map.of("set", "by a user")));
        Variant reborn = variant("uid-2");
        assertThat(bench.settled(reborn).ready()).isTrue();
        assertThat(bench.owners(FIRST)).containsExactly("uid-2");
        assertThat(bench.row(FIRST).metadata().labels()).isEqualTo(Map.of("set", "by a user"));
        assertThat(bench.downstream()).containsExactly("site/upf/packagevariant-1 Published");
    }

    @Test
    void ownership_returns_also_while_the_upstream_is_missing() {
        bench.settle(variant);
        bench.unregister("blue");
        assertThat(bench.settled(variant("uid-2")).stalled()).isTrue();
        assertThat(bench.owners(FIRST)).containsExactly("uid-2");
    }

    @Test
    void a_reference_outside_of_the_downstream_package_is_left_to_its_dead_owner() {
        bench.settle(pointingAt(variant, "elsewhere"));
        bench.settled(variant("uid-2"));
        assertThat(bench.owners("edge.elsewhere.packagevariant-1")).containsExactly("uid-1");
    }

    @Test
    void without_ownership_nothing_is_cloned_next_to_what_is_there_also_below_the_root() {
        bench.stores.published("edge", "site/upf", "packagevariant-1");
        VariantStatus status = bench.settled(variant);
        assertThat(status.ready()).isFalse();
        assertThat(status.stalled()).isFalse();
        assertThat(status.message()).contains("does not own").contains("adoptExisting");
        assertThat(bench.downstream()).containsExactly("site/upf/packagevariant-1 Published");
    }

    @Test
    void adoption_appends_the_owner_and_sets_what_the_variant_declares() {
        bench.stores.published("edge", "site/upf", "packagevariant-1");
        OwnerReference old = new OwnerReference("example.org/v1", "Other", "x", "uid-x", false, false);
        bench.edit(
                FIRST,
                metadata -> metadata.withLabels(Map.of("kept", "yes", "from", "user"))
                        .withOwners(List.of(old)));
        assertThat(bench.settled(adopting(variant)).ready()).isTrue();
        assertThat(bench.owners(FIRST)).containsExactly("uid-x", "uid-1");
        assertThat(bench.row(FIRST).metadata().labels()).isEqualTo(Map.of("kept", "yes", "from", "variant"));
    }

    @Test
    void two_living_variants_do_not_share_a_package() {
        bench.settle(variant);
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
        assertThat(bench.settled(other, variant).message()).contains("owned by PackageVariant 'to-edge'");
        assertThat(bench.owners(FIRST)).containsExactly("uid-1");
    }

    @Test
    void nothing_is_done_before_the_downstream_repository_is_aligned() {
        bench.stores.standings.put("edge", new RepositoryState.Unaligned(Optional.empty(), "git does not answer"));
        VariantStatus status = bench.settled(variant);
        assertThat(status.ready()).isFalse();
        assertThat(status.message()).contains("not aligned").contains("git does not answer");
        bench.unregister("edge");
        assertThat(bench.settled(variant).message()).contains("not registered");
        assertThat(bench.downstream()).isEmpty();
        bench.register("edge");
        assertThat(bench.settled(variant).ready()).isTrue();
    }

    @Test
    void downstream_before_upstream_stalls_and_heals_itself() {
        bench.unregister("blue");
        VariantStatus stalled = bench.settled(variant);
        assertThat(stalled.stalled()).isTrue();
        assertThat(stalled.ready()).isFalse();
        assertThat(stalled.reason()).isEqualTo("ValidationError");
        bench.register("blue");
        assertThat(bench.settled(variant).ready()).isTrue();
    }

    @Test
    void an_upstream_whose_git_does_not_answer_waits_without_stalling() {
        bench.settle(variant);
        bench.stores.standings.put("blue", new RepositoryState.Unaligned(Optional.empty(), "git does not answer"));
        VariantStatus waiting = bench.settled(variant);
        assertThat(waiting.ready()).isFalse();
        assertThat(waiting.stalled()).isFalse();
        assertThat(waiting.message()).contains("git does not answer");
    }

    @Test
    void an_upstream_that_git_lost_stalls_and_leaves_the_downstream_alone() {
        bench.settle(variant);
        bench.publish(FIRST);
        bench.stores.cache.rows.remove("demo/blue.upf.v1");
        VariantStatus status = bench.settled(variant);
        assertThat(status.stalled()).isTrue();
        assertThat(status.message()).contains("blue.upf.v1").contains("does not exist");
        assertThat(bench.downstream()).containsExactly("site/upf/packagevariant-1 Published");
    }

    @Test
    void an_upstream_without_a_workspace_a_draft_or_a_branch_head_cannot_be_followed() {
        assertThat(bench.settled(following(variant, "")).message()).contains("workspaceName");
        assertThat(bench.settled(following(variant, "main")).message()).contains("head of a package branch");
        bench.stores.draft("blue", "upf", "v9");
        VariantStatus draft = bench.settled(following(variant, "v9"));
        assertThat(draft.stalled()).isTrue();
        assertThat(draft.message()).contains("Draft, not published");
        assertThat(bench.settled(pointingAt(variant, "../up")).stalled()).isTrue();
        assertThat(bench.downstream()).isEmpty();
    }

    @Test
    void a_newer_upstream_gives_an_upgrade_draft_and_none_while_a_draft_is_open() {
        bench.stores.published("blue", "upf", "v2");
        bench.settle(variant);
        VariantStatus open = bench.settled(following(variant, "v2"));
        assertThat(open.ready()).isFalse();
        assertThat(open.message()).contains("is Draft").contains("publish it or delete it");
        bench.publish(FIRST);
        VariantStatus upgraded = bench.settled(following(variant, "v2"));
        assertThat(upgraded.ready()).isTrue();
        assertThat(upgraded.downstreamTargets()).containsExactly(SECOND);
        assertThat(bench.row(SECOND).originTask().orElseThrow())
                .contains("upgrade")
                .contains("blue.upf.v2");
        assertThat(bench.owners(SECOND)).containsExactly("uid-1");
    }

    @Test
    void a_variant_rewound_to_an_older_upstream_proposes_it_as_a_draft_and_touches_nothing_else() {
        bench.stores.published("blue", "upf", "v2");
        bench.settle(following(variant, "v2"));
        bench.publish(FIRST);
        assertThat(bench.settled(following(variant, "v1")).downstreamTargets()).containsExactly(SECOND);
        assertThat(bench.downstream())
                .containsExactly("site/upf/packagevariant-1 Published", "site/upf/packagevariant-2 Draft");
    }

    @Test
    void a_number_that_upstream_gave_twice_is_seen_by_its_commit() {
        bench.settle(variant);
        bench.publish(FIRST);
        bench.move("blue.upf.v1", Lifecycle.DELETION_PROPOSED);
        CachedRevision old = bench.row("blue.upf.v1");
        bench.stores.cache.rows.remove("demo/blue.upf.v1");
        bench.stores.git.tags.clear();
        CachedRevision reused = bench.stores.published("blue", "upf", "v1");
        assertThat(reused.revision()).isEqualTo(old.revision());
        VariantStatus status = bench.settled(variant);
        assertThat(status.ready()).isFalse();
        assertThat(status.message()).contains("not there any more");
    }

    @Test
    void a_lost_draft_comes_back_and_a_number_of_either_store_is_not_given_twice() {
        bench.settle(variant);
        bench.stores.cache.rows.remove("demo/" + FIRST);
        assertThat(bench.settled(variant).downstreamTargets()).containsExactly(FIRST);
        bench.publish(FIRST);
        bench.stores.published("blue", "upf", "v2");
        bench.settle(following(variant, "v2"));
        bench.publish(SECOND);
        bench.stores.published("blue", "upf", "v3");
        assertThat(bench.settled(following(variant, "v3")).downstreamTargets())
                .containsExactly("edge.site.upf.packagevariant-3");
    }

    @Test
    void a_leftover_directory_is_no_revision() {
        bench.settle(variant);
        bench.publish(FIRST);
        bench.move(FIRST, Lifecycle.DELETION_PROPOSED);
        bench.delete(FIRST);
        assertThat(bench.settled(variant).ready()).isTrue();
        assertThat(bench.downstream()).containsExactly("site/upf/packagevariant-1 Draft");
    }

    @Test
    void a_proposal_to_delete_what_a_living_variant_owns_is_taken_back_and_told() {
        bench.settle(variant);
        bench.publish(FIRST);
        bench.move(FIRST, Lifecycle.DELETION_PROPOSED);
        assertThat(bench.decide(variant).actions())
                .singleElement()
                .isInstanceOfSatisfying(
                        VariantAction.Rewrite.class,
                        rewrite -> assertThat(rewrite.why()).isEqualTo(VariantAction.Why.WITHDRAW_DELETION));
        assertThat(bench.settled(variant).ready()).isTrue();
        assertThat(bench.downstream()).containsExactly("site/upf/packagevariant-1 Published");
    }

    @Test
    void a_proposal_to_delete_what_nobody_owns_stays_without_adoption_and_goes_with_it() {
        bench.settle(variant);
        bench.publish(FIRST);
        bench.settle(deleting(variant));
        assertThat(bench.downstream()).containsExactly("site/upf/packagevariant-1 DeletionProposed");
        bench.settled(variant);
        assertThat(bench.downstream()).containsExactly("site/upf/packagevariant-1 DeletionProposed");
        bench.settled(adopting(variant));
        assertThat(bench.downstream()).containsExactly("site/upf/packagevariant-1 Published");
    }

    @Test
    void an_older_revision_may_be_proposed_for_deletion() {
        bench.settle(variant);
        bench.publish(FIRST);
        bench.stores.published("blue", "upf", "v2");
        bench.settle(following(variant, "v2"));
        bench.publish(SECOND);
        bench.move(FIRST, Lifecycle.DELETION_PROPOSED);
        assertThat(bench.settled(following(variant, "v2")).ready()).isTrue();
        assertThat(bench.downstream())
                .containsExactly("site/upf/packagevariant-1 DeletionProposed", "site/upf/packagevariant-2 Published");
    }

    @Test
    void an_end_with_policy_delete_takes_drafts_to_the_rescue_set_and_proposes_the_rest() {
        bench.stores.published("blue", "upf", "v2");
        bench.settle(variant);
        bench.publish(FIRST);
        bench.settle(following(variant, "v2"));
        bench.settle(deleting(variant));
        assertThat(bench.downstream()).containsExactly("site/upf/packagevariant-1 DeletionProposed");
        assertThat(bench.owners(FIRST)).isEmpty();
        assertThat(bench.stores.cache.rescued).containsExactly(SECOND);
    }

    @Test
    void an_end_with_policy_orphan_only_removes_the_reference() {
        bench.settle(variant);
        bench.settle(deleting(orphaning(variant)));
        assertThat(bench.downstream()).containsExactly("site/upf/packagevariant-1 Draft");
        assertThat(bench.owners(FIRST)).isEmpty();
    }

    @Test
    void an_end_waits_for_the_repository_of_what_it_owns() {
        bench.settle(variant);
        bench.stores.standings.put("edge", new RepositoryState.Unaligned(Optional.empty(), "git does not answer"));
        assertThat(bench.settled(deleting(variant)).message()).contains("waits");
        bench.unregister("edge");
        assertThat(bench.decide(deleting(variant)).actions()).containsExactly(new VariantAction.Release());
        bench.register("edge");
        assertThat(bench.row(FIRST).lifecycle()).isEqualTo(Lifecycle.DRAFT);
    }

    @Test
    void a_variant_that_points_elsewhere_leaves_its_old_package_by_its_policy() {
        bench.settle(orphaning(variant));
        assertThat(bench.settled(pointingAt(orphaning(variant), "elsewhere")).ready())
                .isTrue();
        assertThat(bench.downstream())
                .containsExactly("elsewhere/packagevariant-1 Draft", "site/upf/packagevariant-1 Draft");
        assertThat(bench.owners(FIRST)).isEmpty();
    }

    @Test
    void a_revision_without_an_upstream_is_left_as_it_is() {
        bench.stores.draft("edge", "site/upf", "mine");
        assertThat(bench.settled(adopting(variant)).ready()).isTrue();
        assertThat(bench.row("edge.site.upf.mine").metadata().owners()).hasSize(1);
        assertThat(Samples.repository("edge").deployment()).isTrue();
    }

    @Test
    void a_discarded_draft_with_a_finalizer_waits_for_it() {
        bench.settle(variant);
        bench.edit(FIRST, metadata -> metadata.withFinalizers(List.of("example.org/hold")));
        bench.settle(deleting(variant));
        assertThat(bench.row(FIRST).metadata().deletedAt()).isPresent();
        assertThat(bench.stores.cache.rescued).isEmpty();
    }
}
