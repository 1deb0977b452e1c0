package dev.firedrill.recovery.variant;

import static dev.firedrill.recovery.variant.VariantFixture.adopting;
import static dev.firedrill.recovery.variant.VariantFixture.deleting;
import static dev.firedrill.recovery.variant.VariantFixture.following;
import static dev.firedrill.recovery.variant.VariantFixture.orphaning;
import static dev.firedrill.recovery.variant.VariantFixture.pointingAt;
import static dev.firedrill.recovery.variant.VariantFixture.variant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.engine.RepositoryState;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Variant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the end of a PackageVariant, or another downstream package, does to the revisions that it owns. */
class VariantEndTest {
    private static final String FIRST = "edge.site.upf.packagevariant-1";
    private static final String SECOND = "edge.site.upf.packagevariant-2";

    private final VariantFixture fixture = new VariantFixture();
    private final Variant variant = variant("uid-1");

    @BeforeEach
    void publishUpstream() {
        fixture.stores.published("blue", "upf", "v1");
    }

    @Test
    void a_proposal_to_delete_what_a_living_variant_owns_is_taken_back_and_told() {
        fixture.settle(variant);
        fixture.publish(FIRST);
        fixture.move(FIRST, Lifecycle.DELETION_PROPOSED);
        assertThat(fixture.decide(variant).actions())
                .singleElement()
                .isInstanceOfSatisfying(
                        VariantAction.Rewrite.class,
                        rewrite -> assertThat(rewrite.why()).isEqualTo(VariantAction.Why.WITHDRAW_DELETION));
        assertThat(fixture.settled(variant).ready()).isTrue();
        assertThat(fixture.downstream()).containsExactly("site/upf/packagevariant-1 Published");
    }

    @Test
    void a_proposal_to_delete_what_nobody_owns_stays_without_adoption_and_goes_with_it() {
        fixture.settle(variant);
        fixture.publish(FIRST);
        fixture.settle(deleting(variant));
        assertThat(fixture.downstream()).containsExactly("site/upf/packagevariant-1 DeletionProposed");
        fixture.settled(variant);
        assertThat(fixture.downstream()).containsExactly("site/upf/packagevariant-1 DeletionProposed");
        fixture.settled(adopting(variant));
        assertThat(fixture.downstream()).containsExactly("site/upf/packagevariant-1 Published");
    }

    @Test
    void an_older_revision_may_be_proposed_for_deletion() {
        fixture.settle(variant);
        fixture.publish(FIRST);
        fixture.stores.published("blue", "upf", "v2");
        fixture.settle(following(variant, "v2"));
        fixture.publish(SECOND);
        fixture.move(FIRST, Lifecycle.DELETION_PROPOSED);
        assertThat(fixture.settled(following(variant, "v2")).ready()).isTrue();
        assertThat(fixture.downstream())
                .containsExactly("site/upf/packagevariant-1 DeletionProposed", "site/upf/packagevariant-2 Published");
    }

    @Test
    void an_end_with_policy_delete_takes_drafts_to_the_rescue_set_and_proposes_the_rest() {
        fixture.stores.published("blue", "upf", "v2");
        fixture.settle(variant);
        fixture.publish(FIRST);
        fixture.settle(following(variant, "v2"));
        fixture.settle(deleting(variant));
        assertThat(fixture.downstream()).containsExactly("site/upf/packagevariant-1 DeletionProposed");
        assertThat(fixture.owners(FIRST)).isEmpty();
        assertThat(fixture.stores.cache.rescued).containsExactly(SECOND);
    }

    @Test
    void an_end_with_policy_orphan_only_removes_the_reference() {
        fixture.settle(variant);
        fixture.settle(deleting(orphaning(variant)));
        assertThat(fixture.downstream()).containsExactly("site/upf/packagevariant-1 Draft");
        assertThat(fixture.owners(FIRST)).isEmpty();
    }

    @Test
    void an_end_waits_for_the_repository_of_what_it_owns() {
        fixture.settle(variant);
        fixture.stores.states.put("edge", new RepositoryState.Unaligned(Optional.empty(), "git does not answer"));
        assertThat(fixture.settled(deleting(variant)).message()).contains("waits");
        fixture.unregister("edge");
        assertThat(fixture.decide(deleting(variant)).actions()).containsExactly(new VariantAction.Release());
        fixture.register("edge");
        assertThat(fixture.row(FIRST).lifecycle()).isEqualTo(Lifecycle.DRAFT);
    }

    @Test
    void a_variant_that_points_elsewhere_leaves_its_old_package_by_its_policy() {
        fixture.settle(orphaning(variant));
        assertThat(fixture.settled(pointingAt(orphaning(variant), "elsewhere")).ready())
                .isTrue();
        assertThat(fixture.downstream())
                .containsExactly("elsewhere/packagevariant-1 Draft", "site/upf/packagevariant-1 Draft");
        assertThat(fixture.owners(FIRST)).isEmpty();
    }

    @Test
    void a_discarded_draft_with_a_finalizer_waits_for_it() {
        fixture.settle(variant);
        fixture.edit(FIRST, metadata -> metadata.withFinalizers(List.of("example.org/hold")));
        fixture.settle(deleting(variant));
        assertThat(fixture.row(FIRST).metadata().deletedAt()).isPresent();
        assertThat(fixture.stores.cache.rescued).isEmpty();
    }
}
