package dev.firedrill.recovery.plan;

import static dev.firedrill.recovery.plan.PlanModel.head;
import static dev.firedrill.recovery.plan.PlanModel.labelled;
import static dev.firedrill.recovery.plan.PlanModel.name;
import static dev.firedrill.recovery.plan.PlanModel.object;
import static dev.firedrill.recovery.plan.PlanModel.owner;
import static dev.firedrill.recovery.plan.PlanModel.published;
import static dev.firedrill.recovery.plan.PlanModel.tag;
import static dev.firedrill.recovery.plan.PlanModel.unpublished;
import static dev.firedrill.recovery.plan.PlanModel.variant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.cluster.Cluster;
import dev.firedrill.recovery.cluster.ClusterView;
import dev.firedrill.recovery.git.GitView;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.RevisionName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RulesPlannerTest {
    private final PlanModel model = new PlanModel();
    private final RevisionName foo = name("r1", "foo", "ws");

    private List<Notice.Kind> kinds(Plan plan) {
        return plan.notices().stream().map(Notice::kind).toList();
    }

    @Test
    void plansNothingForAnAlignedSystem() {
        model.settled("r1");
        model.git("r1", tag(foo, 1, "a"), head(foo, "a"));
        model.row(published(tag(foo, 1, "a"), Lifecycle.DELETION_PROPOSED));
        model.row(published(head(foo, "a"), Lifecycle.PUBLISHED));
        model.row(unpublished(name("r1", "foo", "next"), Lifecycle.DRAFT, "b"));

        Plan plan = model.plan();

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.losses()).isEmpty();
        assertThat(plan.notices()).isEmpty();
    }

    @Nested
    class PublishedInGit {
        @ParameterizedTest
        @EnumSource(
                value = Lifecycle.class,
                names = {"DRAFT", "PROPOSED"})
        void winsOverAStaleRowAndKeepsItsMetadata(Lifecycle stale) {
            model.settled("r1");
            model.git("r1", tag(foo, 3, "a"));
            CachedRevision row = labelled(unpublished(foo, stale, "a"), "blue");
            OwnerReference owner = owner("v", "u");
            model.row(row.withMetadata(row.metadata().withOwners(List.of(owner)).withAnnotations(Map.of("k", "v"))));

            model.recover();

            CachedRevision now = model.row("r1.foo.ws");
            assertThat(now.lifecycle()).isEqualTo(Lifecycle.PUBLISHED);
            assertThat(now.revision()).isEqualTo(3);
            assertThat(now.lock().ref()).isEqualTo("foo/v3");
            assertThat(now.metadata().labels()).containsEntry("team", "blue");
            assertThat(now.metadata().annotations()).containsEntry("k", "v");
            assertThat(now.metadata().owners()).containsExactly(owner);
            assertThat(model.rescued).isEmpty();
        }

        @Test
        void rescuesADraftThatSaysSomethingElse() {
            model.settled("r1");
            model.git("r1", tag(foo, 1, "a"));
            model.row(unpublished(foo, Lifecycle.DRAFT, "mine"));

            Plan plan = model.recover();

            assertThat(model.row("r1.foo.ws").content()).isEqualTo(PlanModel.content("a"));
            assertThat(model.rescued)
                    .extracting(row -> row.content().files().get("f"))
                    .containsExactly("mine");
            assertThat(plan.losses()).hasSize(1);
        }

        @Test
        void followsAMovedTagAndSaysSo() {
            model.settled("r1");
            model.row(published(tag(foo, 1, "old"), Lifecycle.DELETION_PROPOSED));
            model.git("r1", tag(foo, 1, "new"));

            Plan plan = model.recover();

            assertThat(model.row("r1.foo.ws").content()).isEqualTo(PlanModel.content("new"));
            assertThat(model.row("r1.foo.ws").lifecycle()).isEqualTo(Lifecycle.DELETION_PROPOSED);
            assertThat(model.rescued).hasSize(1);
            assertThat(kinds(plan)).containsExactly(Notice.Kind.MOVED_TAG);
            assertThat(plan.notices().get(0).message()).contains("c-old", "c-new", "foo/v1");
        }

        @Test
        void repairsARowThatLostFiles() {
            model.settled("r1");
            model.git("r1", tag(foo, 1, "a"));
            model.row(published(tag(foo, 1, "a"), Lifecycle.PUBLISHED)
                    .withContent(PackageContent.of(Map.of("Kptfile", "kind: Kptfile\n"))));

            Plan plan = model.recover();

            assertThat(model.row("r1.foo.ws").content()).isEqualTo(PlanModel.content("a"));
            assertThat(kinds(plan)).containsExactly(Notice.Kind.TORN_ROW);
        }

        @Test
        void refreshesPlaceholdersWithoutARescue() {
            model.settled("r1");
            model.git("r1", head(foo, "new"));
            model.row(published(head(foo, "old"), Lifecycle.PUBLISHED));

            Plan plan = model.recover();

            assertThat(model.row("r1.foo.main").content()).isEqualTo(PlanModel.content("new"));
            assertThat(model.rescued).isEmpty();
            assertThat(plan.notices()).isEmpty();
        }

        @Test
        void takesANumberThatAnotherWorkspaceHadBefore() {
            model.settled("r1");
            for (int n = 1; n <= 3; n++) {
                model.row(published(tag(name("r1", "foo", "w" + n), n, "t" + n), Lifecycle.PUBLISHED));
            }
            model.git(
                    "r1",
                    tag(name("r1", "foo", "w1"), 1, "t1"),
                    tag(name("r1", "foo", "w2"), 2, "t2"),
                    tag(name("r1", "foo", "again"), 3, "other"));

            model.recover();

            assertThat(model.row("r1.foo.again").revision()).isEqualTo(3);
            assertThat(model.rescued).extracting(row -> row.name().workspace()).containsExactly("w3");
        }

        @Test
        void followsNumbersThatWereExchanged() {
            model.settled("r1");
            model.row(published(tag(name("r1", "foo", "w1"), 1, "a"), Lifecycle.PUBLISHED));
            model.git("r1", tag(name("r1", "foo", "w1"), 2, "a"), tag(name("r1", "foo", "w0"), 1, "b"));

            model.recover();

            assertThat(model.row("r1.foo.w1").revision()).isEqualTo(2);
            assertThat(model.row("r1.foo.w0").revision()).isEqualTo(1);
        }

        @Test
        void tellsOfTagsWithOneWorkspaceAndTakesOne() {
            model.settled("r1");
            model.git("r1", tag(foo, 1, "a"), tag(foo, 2, "b"));

            Plan plan = model.recover();

            assertThat(model.row("r1.foo.ws").revision()).isEqualTo(2);
            assertThat(kinds(plan)).containsExactly(Notice.Kind.AMBIGUOUS);
            model.git("r1", tag(foo, 1, "a"), tag(foo, 2, "b"), tag(foo, 3, "c"));
            assertThat(model.plan().isEmpty()).as("the choice does not swing").isTrue();
        }

        @Test
        void tellsOfPathsThatDifferOnlyInDots() {
            model.settled("r1");
            model.git("r1", tag(name("r1", "a/b", "ws"), 1, "x"), tag(name("r1", "a.b", "ws"), 1, "y"));

            Plan plan = model.recover();

            assertThat(model.rows).hasSize(1);
            assertThat(kinds(plan)).containsExactly(Notice.Kind.AMBIGUOUS);
        }

        @Test
        void doesNotMixUpALeafAtTheRootWithTheSameLeafBelow() {
            model.settled("r1");
            RevisionName nested = name("r1", "a/foo", "ws");
            RevisionName other = name("r1", "bar", "ws");
            model.row(published(tag(foo, 1, "x"), Lifecycle.PUBLISHED));
            model.row(published(tag(nested, 1, "y"), Lifecycle.PUBLISHED));
            model.row(published(tag(other, 1, "z"), Lifecycle.PUBLISHED));
            model.git("r1", tag(nested, 1, "y"), tag(other, 1, "z"));

            model.recover();

            assertThat(model.rows).containsOnlyKeys(nested, other);
        }

        @Test
        void leavesDraftsThatGitDoesNotKnowAlone() {
            model.settled("r1");
            model.row(unpublished(foo, Lifecycle.DRAFT, "a"));
            model.row(unpublished(name("r1", "foo", "p"), Lifecycle.PROPOSED, "b"));

            assertThat(model.plan().isEmpty()).isTrue();
        }

        @Test
        void putsTheLatestFlagRight() {
            model.settled("r1");
            CachedRevision v1 = published(tag(name("r1", "foo", "w1"), 1, "a"), Lifecycle.PUBLISHED);
            CachedRevision v2 = published(tag(name("r1", "foo", "w2"), 2, "b"), Lifecycle.DELETION_PROPOSED);
            model.git("r1", tag(v1.name(), 1, "a"), tag(v2.name(), 2, "b"));
            Situation twoLatest = new Situation(
                    PlanModel.NS,
                    new ClusterView(List.copyOf(model.objects.values()), List.of(), Map.of(), "1"),
                    model.git,
                    List.copyOf(model.repositories.values()),
                    List.of(v1.withLatest(true), v2.withLatest(true)),
                    Consent.none());

            assertThat(new RulesPlanner(0.5).plan(twoLatest).actions())
                    .containsExactly(new Action.SettleLatest(v1.name().packageName()));
        }
    }

    @Nested
    class Removal {
        private void rows(int count) {
            model.settled("r1");
            for (int n = 1; n <= count; n++) {
                model.row(published(tag(name("r1", "p" + n, "ws"), 1, "t" + n), Lifecycle.PUBLISHED));
            }
        }

        private void git(int... kept) {
            model.git(
                    "r1",
                    IntStream.of(kept)
                            .mapToObj(n -> tag(name("r1", "p" + n, "ws"), 1, "t" + n))
                            .toArray(GitRevision[]::new));
        }

        @ParameterizedTest(name = "{0} rows, {1} missing, threshold {2}: asks {3}")
        @CsvSource({
            "1,1,0.5,true", "2,1,0.5,false", "3,1,0.5,false", "3,2,0.5,true", "4,2,0.5,false", "4,3,0.5,true",
            "4,4,0.5,true", "4,1,0.0,true", "4,3,1.0,false", "4,4,1.0,true", "10,3,0.25,true", "10,2,0.25,false"
        })
        void asksWhenMuchWouldGo(int count, int missing, double threshold, boolean asks) {
            rows(count);
            git(IntStream.rangeClosed(missing + 1, count).toArray());
            model.threshold = threshold;

            Plan plan = model.recover();

            assertThat(model.rows).hasSize(asks ? count : count - missing);
            assertThat(kinds(plan).contains(Notice.Kind.REMOVAL_AWAITS_CONFIRMATION))
                    .isEqualTo(asks);
            assertThat(model.rescued).hasSize(asks ? 0 : missing);
        }

        @Test
        void goesOnWithWhatIsSafeMeanwhile() {
            rows(2);
            RevisionName stale = name("r1", "q", "ws");
            model.row(unpublished(stale, Lifecycle.PROPOSED, "q"));
            model.git("r1", tag(stale, 1, "q"), tag(name("r1", "new", "ws"), 1, "n"));

            model.recover();

            assertThat(model.rows).hasSize(4);
            assertThat(model.row("r1.q.ws").lifecycle()).isEqualTo(Lifecycle.PUBLISHED);
            assertThat(kinds(model.plan()))
                    .as("what came meanwhile does not make the removal look small")
                    .contains(Notice.Kind.REMOVAL_AWAITS_CONFIRMATION);
        }

        @Test
        void blocksWhatNeedsTheNumberOfARowThatHasToStay() {
            rows(1);
            model.git("r1", tag(name("r1", "p1", "other"), 1, "o"));

            Plan plan = model.recover();

            assertThat(model.rows).hasSize(1);
            assertThat(kinds(plan)).contains(Notice.Kind.BLOCKED, Notice.Kind.REMOVAL_AWAITS_CONFIRMATION);
        }

        @Test
        void happensWithTheTokenOfExactlyThisRemoval() {
            rows(2);
            git();
            PendingRemoval pending = model.plan().pendingRemovals().get(0);
            assertThat(pending.names()).containsExactly("r1.p1.ws", "r1.p2.ws");
            model.consent = new Consent(Map.of("r1", pending.token()), false);
            model.row(published(tag(name("r1", "p3", "ws"), 1, "t3"), Lifecycle.PUBLISHED));

            Plan other = model.recover();
            assertThat(model.rows).as("consent to another removal").hasSize(3);
            assertThat(kinds(other)).contains(Notice.Kind.STALE_CONFIRMATION);

            model.consent = new Consent(
                    Map.of("r1", model.plan().pendingRemovals().get(0).token()), false);
            model.recover();
            assertThat(model.rows).isEmpty();
            assertThat(model.rescued).hasSize(3);
            assertThat(model.repositories.get("r1").removalAwaits()).isFalse();
        }

        @Test
        void tokenDependsOnNamesAndCommitsAlone() {
            rows(2);
            git();
            String token = model.plan().pendingRemovals().get(0).token();
            model.rows.replaceAll((name, row) -> labelled(row, "x"));
            assertThat(model.plan().pendingRemovals().get(0).token()).isEqualTo(token);
            RevisionName p1 = name("r1", "p1", "ws");
            model.row(published(tag(p1, 1, "another commit"), Lifecycle.PUBLISHED));
            assertThat(model.plan().pendingRemovals().get(0).token()).isNotEqualTo(token);
        }

        @Test
        void canBeConfirmedOnTheRepository() {
            rows(1);
            git();
            String token = model.plan().pendingRemovals().get(0).token();
            model.objects.put("r1", object("r1", "uid-r1", "", "main", false, Map.of(Cluster.CONFIRM_REMOVAL, token)));

            model.recover();

            assertThat(model.rows).isEmpty();
        }

        @Test
        void needsNoWordForDeletionsThatWereProposed() {
            model.settled("r1");
            model.row(published(tag(foo, 1, "a"), Lifecycle.DELETION_PROPOSED));
            git();

            model.recover();

            assertThat(model.rows).isEmpty();
            assertThat(model.rescued).hasSize(1);
        }

        @ParameterizedTest
        @EnumSource(GitView.Problem.class)
        void neverFollowsFromGitThatCannotBeRead(GitView.Problem problem) {
            rows(3);
            model.row(unpublished(foo, Lifecycle.DRAFT, "a"));
            model.git.put("r1", new GitView.Unreadable(problem, "it is so."));

            Plan plan = model.recover();

            assertThat(plan.isEmpty()).isTrue();
            assertThat(plan.notices()).containsExactly(new Notice(Notice.Kind.UNREADABLE, "r1", "r1", "it is so."));
        }
    }

    @Nested
    class Repositories {
        @Test
        void areRegisteredAndHeld() {
            model.objects.put("r1", object(object("r1", "u", "", "main", false, Map.of()), false));
            model.git("r1");

            assertThat(model.recover().actions())
                    .extracting(action -> action.getClass().getSimpleName())
                    .containsExactly("Hold", "Register");
        }

        @Test
        void thatAreAbsentAreQuarantinedUntilTheWindowCloses() {
            model.settled("r1");
            model.row(unpublished(foo, Lifecycle.DRAFT, "a"));
            model.row(published(tag(foo, 1, "b"), Lifecycle.PUBLISHED));
            model.objects.clear();
            model.git.clear();

            Plan quarantine = model.recover();
            assertThat(quarantine.isEmpty()).isTrue();
            assertThat(kinds(quarantine)).containsExactly(Notice.Kind.QUARANTINED);

            model.consent = new Consent(Map.of(), true);
            Plan closing = model.recover();
            assertThat(model.rows).isEmpty();
            assertThat(model.repositories).isEmpty();
            assertThat(model.rescued).isNotEmpty();
            assertThat(closing.losses()).extracting(ExpectedLoss::rule).containsExactly(1);
        }

        @Test
        void thatComeBackWithANewUidKeepTheirRows() {
            model.settled("r1");
            model.row(unpublished(foo, Lifecycle.DRAFT, "a"));
            model.objects.put("r1", object("r1", "another uid", "", "main", false, Map.of()));

            Plan plan = model.recover();

            assertThat(plan.actions()).hasSize(1).first().isInstanceOf(Action.Register.class);
            assertThat(model.rows).hasSize(1);
        }

        @Test
        void thatMoveKeepTheirDraftsAndAskBeforeTheRestGoes() {
            model.settled("r1");
            model.row(unpublished(foo, Lifecycle.DRAFT, "a"));
            model.row(published(tag(name("r1", "bar", "ws"), 1, "b"), Lifecycle.PUBLISHED));
            model.objects.put("r1", object("r1", "another uid", "below", "main", false, Map.of()));

            Plan plan = model.recover();

            assertThat(plan.actions())
                    .extracting(action -> action.getClass().getSimpleName())
                    .containsExactly("Move", "Await");
            assertThat(model.rows).hasSize(2);
            assertThat(kinds(plan)).containsExactly(Notice.Kind.REMOVAL_AWAITS_CONFIRMATION);
        }

        @Test
        void thatAreDeletedTakeTheirRowsToTheRescueSet() {
            model.settled("r1");
            model.row(unpublished(foo, Lifecycle.DRAFT, "a"));
            model.row(published(head(foo, "h"), Lifecycle.PUBLISHED));
            model.objects.put("r1", object("r1", "uid-r1", "", "main", true, Map.of()));

            model.recover();

            assertThat(model.rows).isEmpty();
            assertThat(model.objects).isEmpty();
            assertThat(model.rescued).extracting(row -> row.name().workspace()).containsExactly("ws");
        }

        @Test
        void thatAreInvalidKeepTheirRows() {
            model.settled("r1");
            model.row(unpublished(foo, Lifecycle.DRAFT, "a"));
            model.objects.clear();
            model.git.clear();
            model.invalid.put("r1", "it is.");
            model.consent = new Consent(Map.of(), true);

            Plan plan = model.recover();

            assertThat(plan.isEmpty()).isTrue();
            assertThat(kinds(plan)).containsExactly(Notice.Kind.INVALID);
        }

        @Test
        void doNotTouchEachOther() {
            model.settled("r1");
            model.settled("r2");
            model.row(published(tag(foo, 1, "a"), Lifecycle.DELETION_PROPOSED));
            model.row(published(tag(name("r2", "foo", "ws"), 1, "b"), Lifecycle.PUBLISHED));
            model.git("r1");
            model.git.put("r2", new GitView.Unreadable(GitView.Problem.NOT_FOUND, "gone."));

            assertThat(model.recover().actions()).extracting(Action::repository).containsOnly("r1");
        }
    }

    @Nested
    class Variants {
        private CachedRevision owned(OwnerReference... owners) {
            model.settled("r1");
            model.git("r1", tag(foo, 1, "a"));
            CachedRevision row = published(tag(foo, 1, "a"), Lifecycle.PUBLISHED);
            CachedRevision owned = row.withMetadata(row.metadata().withOwners(List.of(owners)));
            model.row(owned);
            return owned;
        }

        @Test
        void ownTheirPackageAgainUnderANewUid() {
            OwnerReference other = new OwnerReference("v1", "ConfigMap", "v", "dead", false, false);
            owned(owner("v", "dead"), other);
            model.variants.add(variant("v", "living", "r1", "foo"));

            Plan plan = model.recover();

            assertThat(plan.actions()).hasSize(1).first().isInstanceOf(Action.Adopt.class);
            assertThat(model.row("r1.foo.ws").metadata().owners()).containsExactly(owner("v", "living"), other);
        }

        @Test
        void neverOwnItTwice() {
            owned(owner("v", "dead"), owner("v", "living"), owner("v", "deader"));
            model.variants.add(variant("v", "living", "r1", "foo"));

            model.recover();

            assertThat(model.row("r1.foo.ws").metadata().owners()).containsExactly(owner("v", "living"));
        }

        @Test
        void doNotTakeWhatIsNotTheirs() {
            owned(owner("v", "dead"), owner("gone", "lost"), owner("w", "w-uid"));
            model.variants.add(variant("v", "living", "r1", "another"));
            model.variants.add(variant("w", "w-uid", "r1", "foo"));

            assertThat(model.recover().isEmpty()).isTrue();
        }

        @Test
        void ownAgainInTheSameWriteThatPublishes() {
            model.settled("r1");
            model.git("r1", tag(foo, 1, "a"));
            CachedRevision row = unpublished(foo, Lifecycle.PROPOSED, "a");
            model.row(row.withMetadata(row.metadata().withOwners(List.of(owner("v", "dead")))));
            model.variants.add(variant("v", "living", "r1", "foo"));

            assertThat(model.recover().actions()).hasSize(1);
            assertThat(model.row("r1.foo.ws").metadata().owners()).containsExactly(owner("v", "living"));
        }
    }

    @Test
    void doesNotDependOnTheOrderOfWhatItReads() {
        for (String repository : List.of("r2", "r1")) {
            model.settled(repository);
            List<GitRevision> git = new ArrayList<>();
            for (int n = 1; n < 6; n++) {
                RevisionName each = name(repository, "p" + n, "ws");
                git.add(tag(each, 1, "t"));
                git.add(head(each, "t"));
                model.row(unpublished(name(repository, "p" + n, n % 2 == 0 ? "ws" : "other"), Lifecycle.DRAFT, "d"));
            }
            Collections.shuffle(git, new Random(repository.hashCode()));
            model.git(repository, git.toArray(GitRevision[]::new));
        }
        Plan plan = model.plan();
        List<CachedRevision> rows = new ArrayList<>(model.rows.values());
        for (long seed = 0; seed < 20; seed++) {
            Collections.shuffle(rows, new Random(seed));
            Situation shuffled = new Situation(
                    PlanModel.NS,
                    new ClusterView(List.copyOf(model.objects.values()), List.of(), Map.of(), "1"),
                    model.git,
                    List.copyOf(model.repositories.values()),
                    rows,
                    Consent.none());
            assertThat(new RulesPlanner(0.5).plan(shuffled)).isEqualTo(plan);
        }
    }
}
