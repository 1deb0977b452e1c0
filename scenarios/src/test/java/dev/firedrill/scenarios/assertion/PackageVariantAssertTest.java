package dev.firedrill.scenarios.assertion;

import static dev.firedrill.scenarios.assertion.Seen.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.workload.world.Owner;
import dev.firedrill.workload.world.RevisionId;
import dev.firedrill.workload.world.RevisionState;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** One PackageVariant, {@code follower}, keeps the package {@code b}. */
class PackageVariantAssertTest {
    private static final RevisionId NEXT = new RevisionId("packages", "b", "packagevariant-1");

    private final Seen seen = new Seen();

    @Test
    void a_variant_owns_its_package_by_the_identity_that_it_has_now() {
        holds(() -> variants().everyOneOwnsItsPackages());

        seen.variant("follower", "another uid", false, "");
        fails(() -> variants().everyOneOwnsItsPackages(), PUBLISHED.objectName());

        seen.lost(PUBLISHED);
        fails(() -> variants().everyOneOwnsItsPackages(), "anything of follower");

        seen.variants.clear();
        fails(() -> variants().everyOneOwnsItsPackages(), "follower");
    }

    @Test
    void a_revision_that_was_not_there_at_the_disaster_was_made_anew() {
        holds(() -> variants().noneMadeSomething());

        seen.holds(RevisionState.draft(NEXT, "hash"));
        fails(() -> variants().noneMadeSomething(), NEXT.objectName());
    }

    @Test
    void a_variant_follows_with_one_draft_of_its_own() {
        fails(() -> variants().everyOneFollowsWith("packagevariant-1"), "follower");

        seen.holds(RevisionState.draft(NEXT, "hash").ownedBy(Set.of(new Owner("follower", "uid-follower"))));
        holds(() -> variants().everyOneFollowsWith("packagevariant-1"));
        fails(() -> variants().everyOneFollowsWith("packagevariant-2"), "packagevariant-2");

        seen.holds(RevisionState.draft(NEXT, "hash"));
        fails(() -> variants().everyOneFollowsWith("packagevariant-1"), "uid-follower");
    }

    @Test
    void a_variant_waits_when_it_is_stalled_and_names_what_it_waits_for() {
        seen.variant("follower", "uid-follower", true, "waits for Repository 'catalog'");
        holds(() -> variants().everyOneWaitsFor("catalog"));
        fails(() -> variants().everyOneWaitsFor("packages"), "follower");
        fails(() -> variants().everyOneIsReady(), "follower");

        seen.variant("follower", "uid-follower", false, "waits for Repository 'catalog'");
        fails(() -> variants().everyOneWaitsFor("catalog"), "follower");
        holds(() -> variants().everyOneIsReady());
    }

    @Test
    void what_an_absent_variant_made_is_remembered_under_the_uid_that_it_had() {
        seen.variants.clear();
        holds(() -> variants().rememberedAs("follower"));

        seen.holds(Seen.then(PUBLISHED).ownedBy(Set.of()));
        fails(() -> variants().rememberedAs("follower"), PUBLISHED.objectName());
    }

    @Test
    void what_a_variant_made_is_shown_as_its_own_only_under_its_new_uid() {
        fails(() -> variants().shownAsItsOwn("follower"), "another UID");

        seen.variant("follower", "new uid", false, "");
        fails(() -> variants().shownAsItsOwn("follower"), PUBLISHED.objectName());

        seen.holds(Seen.then(PUBLISHED).ownedBy(Set.of(new Owner("follower", "new uid"))));
        holds(() -> variants().shownAsItsOwn("follower"));
    }

    private PackageVariantAssert variants() {
        return new PackageVariantAssert(Seen.ledger(), seen.observation());
    }

    private static void holds(ThrowingCallable claim) {
        assertThatCode(claim).doesNotThrowAnyException();
    }

    private static void fails(ThrowingCallable claim, String saying) {
        assertThatThrownBy(claim).isInstanceOf(AssertionError.class).hasMessageContaining(saying);
    }
}
