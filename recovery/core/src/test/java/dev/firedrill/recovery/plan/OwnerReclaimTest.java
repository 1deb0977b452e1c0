package dev.firedrill.recovery.plan;

import static dev.firedrill.recovery.plan.PlanModel.name;
import static dev.firedrill.recovery.plan.PlanModel.owner;
import static dev.firedrill.recovery.plan.PlanModel.published;
import static dev.firedrill.recovery.plan.PlanModel.tag;
import static dev.firedrill.recovery.plan.PlanModel.unpublished;
import static dev.firedrill.recovery.plan.PlanModel.variant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.RevisionName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 4: PackageVariants that come back with a new UID own their packages again. */
class OwnerReclaimTest {
    private final PlanModel model = new PlanModel();
    private final RevisionName foo = name("r1", "foo", "ws");

    private static List<Notice.Kind> kinds(Plan plan) {
        return plan.notices().stream().map(Notice::kind).toList();
    }

    private CachedRevision owned(OwnerReference... owners) {
        model.settled("r1");
        model.git("r1", tag(foo, 1, "a"));
        CachedRevision row = published(tag(foo, 1, "a"), Lifecycle.PUBLISHED);
        CachedRevision owned = row.withMetadata(row.metadata().withOwners(List.of(owners)));
        model.row(owned);
        return owned;
    }

    @Test
    void own_their_package_again_under_a_new_uid() {
        OwnerReference other = new OwnerReference("v1", "ConfigMap", "v", "dead", false, false);
        owned(owner("v", "dead"), other);
        model.variants.add(variant("v", "living", "r1", "foo"));

        Plan plan = model.recover();

        assertThat(plan.actions()).hasSize(1).first().isInstanceOf(Action.Adopt.class);
        assertThat(model.row("r1.foo.ws").metadata().owners()).containsExactly(owner("v", "living"), other);
    }

    @Test
    void never_own_it_twice() {
        owned(owner("v", "dead"), owner("v", "living"), owner("v", "deader"));
        model.variants.add(variant("v", "living", "r1", "foo"));

        model.recover();

        assertThat(model.row("r1.foo.ws").metadata().owners()).containsExactly(owner("v", "living"));
    }

    @Test
    void do_not_take_what_is_not_theirs() {
        owned(owner("v", "dead"), owner("gone", "lost"), owner("w", "w-uid"));
        model.variants.add(variant("v", "living", "r1", "another"));
        model.variants.add(variant("w", "w-uid", "r1", "foo"));

        assertThat(model.recover().isEmpty()).isTrue();
    }

    @Test
    void own_again_in_the_same_write_that_publishes() {
        model.settled("r1");
        model.git("r1", tag(foo, 1, "a"));
        CachedRevision row = unpublished(foo, Lifecycle.PROPOSED, "a");
        model.row(row.withMetadata(row.metadata().withOwners(List.of(owner("v", "dead")))));
        model.variants.add(variant("v", "living", "r1", "foo"));

        assertThat(model.recover().actions()).hasSize(1);
        assertThat(model.row("r1.foo.ws").metadata().owners()).containsExactly(owner("v", "living"));
    }
}
