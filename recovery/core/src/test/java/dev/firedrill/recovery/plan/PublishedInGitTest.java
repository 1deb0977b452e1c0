package dev.firedrill.recovery.plan;

import static dev.firedrill.recovery.plan.PlanModel.head;
import static dev.firedrill.recovery.plan.PlanModel.labelled;
import static dev.firedrill.recovery.plan.PlanModel.name;
import static dev.firedrill.recovery.plan.PlanModel.owner;
import static dev.firedrill.recovery.plan.PlanModel.published;
import static dev.firedrill.recovery.plan.PlanModel.tag;
import static dev.firedrill.recovery.plan.PlanModel.unpublished;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.ClusterView;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.RevisionName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule 2: git is the truth for what is published, the cache for everything else of it. */
class PublishedInGitTest {
    private final PlanModel model = new PlanModel();
    private final RevisionName foo = name("r1", "foo", "ws");

    private static List<Notice.Kind> kinds(Plan plan) {
        return plan.notices().stream().map(Notice::kind).toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = Lifecycle.class,
            names = {"DRAFT", "PROPOSED"})
    void wins_over_a_stale_row_and_keeps_its_metadata(Lifecycle stale) {
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
    void rescues_a_draft_that_says_something_else() {
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
    void follows_a_moved_tag_and_says_so() {
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
    void repairs_a_row_that_lost_files() {
        model.settled("r1");
        model.git("r1", tag(foo, 1, "a"));
        model.row(published(tag(foo, 1, "a"), Lifecycle.PUBLISHED)
                .withContent(PackageContent.of(Map.of("Kptfile", "kind: Kptfile\n"))));

        Plan plan = model.recover();

        assertThat(model.row("r1.foo.ws").content()).isEqualTo(PlanModel.content("a"));
        assertThat(kinds(plan)).containsExactly(Notice.Kind.TORN_ROW);
    }

    @Test
    void says_why_a_row_is_aligned() {
        RevisionName moved = name("r1", "moved", "ws");
        RevisionName renumbered = name("r1", "renumbered", "ws");
        RevisionName torn = name("r1", "torn", "ws");
        RevisionName elsewhere = name("r1", "elsewhere", "ws");
        model.settled("r1");
        model.row(published(tag(moved, 1, "old"), Lifecycle.PUBLISHED));
        model.row(published(tag(renumbered, 1, "a"), Lifecycle.PUBLISHED));
        model.row(published(tag(torn, 1, "a"), Lifecycle.PUBLISHED).withContent(PlanModel.content("half")));
        CachedRevision away = published(tag(elsewhere, 1, "a"), Lifecycle.PUBLISHED);
        model.row(away.withLock(new GitLock("http://before/r1", "elsewhere", "elsewhere/v1", "c-a")));
        model.row(published(head(moved, "old"), Lifecycle.PUBLISHED));
        model.git(
                "r1",
                tag(moved, 1, "new"),
                tag(renumbered, 2, "a"),
                tag(torn, 1, "a"),
                tag(elsewhere, 1, "a"),
                head(moved, "new"));

        Plan plan = model.recover();

        assertThat(plan.actions())
                .extracting(Action::text)
                .containsExactlyInAnyOrder(
                        "is aligned with git: its tag points to another commit, c-new instead of c-old;"
                                + " its content is rescued first",
                        "is aligned with git: its number there is 2",
                        "is aligned with git: its files are not those of its commit; its content is rescued first",
                        "is aligned with git: git lies at another address",
                        "is aligned with git: the package branch moved on");
        assertThat(plan.losses())
                .extracting(ExpectedLoss::object)
                .containsExactlyInAnyOrder("r1.moved.ws", "r1.torn.ws");
        assertThat(kinds(plan)).containsExactlyInAnyOrder(Notice.Kind.MOVED_TAG, Notice.Kind.TORN_ROW);
    }

    @Test
    void says_that_a_moved_tag_has_the_same_content() {
        model.settled("r1");
        CachedRevision row = published(tag(foo, 1, "a"), Lifecycle.PUBLISHED);
        model.row(row.withLock(new GitLock("http://git/r1", "foo", "foo/v1", "c-before")));
        model.git("r1", tag(foo, 1, "a"));

        Plan plan = model.recover();

        assertThat(model.rescued).isEmpty();
        assertThat(plan.losses()).isEmpty();
        assertThat(plan.notices().get(0).message()).endsWith("to c-a; the content is the same.");
    }

    @Test
    void takes_what_git_says_of_where_a_revision_came_from() {
        String origin = "{\"type\":\"init\"}";
        GitRevision plain = tag(foo, 1, "a");
        model.settled("r1");
        model.row(unpublished(foo, Lifecycle.DRAFT, "a"));
        model.git(
                "r1",
                new GitRevision(
                        plain.name(),
                        plain.revision(),
                        plain.lock(),
                        plain.content(),
                        Optional.of(origin),
                        plain.publishedAt(),
                        plain.publishedBy()));

        model.recover();

        assertThat(model.row("r1.foo.ws").originTask()).contains(origin);
        assertThat(model.row("r1.foo.ws").updatedBy()).isEqualTo("ann");
    }

    @Test
    void says_what_of_metadata_is_lost_with_rows_that_return() {
        model.settled("r1");
        model.git("r1", tag(foo, 1, "a"), tag(name("r1", "bar", "ws"), 1, "b"), head(foo, "a"));

        Plan plan = model.recover();

        assertThat(plan.losses()).hasSize(1).first().satisfies(loss -> {
            assertThat(loss.object()).isEqualTo("r1");
            assertThat(loss.rule()).isEqualTo(3);
            assertThat(loss.what()).contains("of 2 revisions that come from git");
        });
    }

    @Test
    void refreshes_placeholders_without_a_rescue() {
        model.settled("r1");
        model.git("r1", head(foo, "new"));
        model.row(published(head(foo, "old"), Lifecycle.PUBLISHED));

        Plan plan = model.recover();

        assertThat(model.row("r1.foo.main").content()).isEqualTo(PlanModel.content("new"));
        assertThat(model.rescued).isEmpty();
        assertThat(plan.notices()).isEmpty();
    }

    @Test
    void leaves_drafts_that_git_does_not_know_alone() {
        model.settled("r1");
        model.row(unpublished(foo, Lifecycle.DRAFT, "a"));
        model.row(unpublished(name("r1", "foo", "p"), Lifecycle.PROPOSED, "b"));

        assertThat(model.plan().isEmpty()).isTrue();
    }

    @Test
    void puts_the_latest_flag_right() {
        model.settled("r1");
        CachedRevision v1 = published(tag(name("r1", "foo", "w1"), 1, "a"), Lifecycle.PUBLISHED);
        CachedRevision v2 = published(tag(name("r1", "foo", "w2"), 2, "b"), Lifecycle.DELETION_PROPOSED);
        model.git("r1", tag(v1.name(), 1, "a"), tag(v2.name(), 2, "b"));
        ObservedState twoLatest = new ObservedState(
                PlanModel.NS,
                new ClusterView(List.copyOf(model.objects.values()), List.of(), Map.of(), "1"),
                model.git,
                List.copyOf(model.repositories.values()),
                List.of(v1.withLatest(true), v2.withLatest(true)),
                Consent.none());

        assertThat(new RulesPlanner(0.5).plan(twoLatest).actions())
                .containsExactly(new Action.FixLatestFlag(v1.name().packageName()));
    }
}
