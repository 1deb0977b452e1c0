package dev.firedrill.recovery.plan;

import static dev.firedrill.recovery.plan.PlanModel.branch;
import static dev.firedrill.recovery.plan.PlanModel.name;
import static dev.firedrill.recovery.plan.PlanModel.published;
import static dev.firedrill.recovery.plan.PlanModel.tag;
import static dev.firedrill.recovery.plan.PlanModel.unpublished;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitDraft;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.RevisionName;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Branches of drafts: copies of rows, and the drafts themselves where the cache was lost. */
class DraftBranchesTest {
    private final PlanModel model = new PlanModel();
    private final RevisionName foo = name("r1", "foo", "ws");
    private final CachedRevision draft = unpublished(foo, Lifecycle.DRAFT, "mine");

    @BeforeEach
    void pushDrafts() {
        model.pushesDrafts = true;
        model.settled("r1");
    }

    /** The cache has looked at the branches before. */
    private void remember() {
        model.recover();
        assertThat(model.repositories.get("r1").draftsKnown()).isTrue();
    }

    private List<GitDraft> branches() {
        return ((GitView.Readable) model.git.get("r1")).drafts();
    }

    @Test
    void brings_drafts_and_proposals_back_to_a_cache_that_remembers_nothing() {
        CachedRevision proposal = unpublished(name("r1", "bar", "ws"), Lifecycle.PROPOSED, "bar");
        model.branches("r1", branch(draft), branch(proposal));

        Plan plan = model.recover();

        assertThat(model.row("r1.foo.ws").content()).isEqualTo(draft.content());
        assertThat(model.row("r1.foo.ws").metadata().labels()).isEmpty();
        assertThat(model.row("r1.bar.ws").lifecycle()).isEqualTo(Lifecycle.PROPOSED);
        assertThat(plan.losses()).extracting(ExpectedLoss::rule).containsOnly(3);
        assertThat(branches()).hasSize(2);
    }

    @Test
    void does_not_bring_back_what_the_cache_deleted() {
        remember();
        model.branches("r1", branch(draft));

        Plan plan = model.recover();

        assertThat(model.rows).isEmpty();
        assertThat(branches()).isEmpty();
        assertThat(model.rescued).extracting(CachedRevision::content).containsExactly(draft.content());
        assertThat(plan.losses()).extracting(ExpectedLoss::rule).containsExactly(2);
    }

    @Test
    void pushes_branches_that_are_missing_or_hold_something_else() {
        remember();
        CachedRevision proposal = unpublished(name("r1", "bar", "ws"), Lifecycle.PROPOSED, "bar");
        model.row(draft);
        model.row(proposal);
        model.branches(
                "r1",
                branch(unpublished(foo, Lifecycle.DRAFT, "stale")),
                branch(proposal.withLifecycle(Lifecycle.DRAFT, 0)));

        model.recover();

        assertThat(branches()).containsExactlyInAnyOrder(branch(draft), branch(proposal));
        assertThat(model.rescued).isEmpty();
    }

    @Test
    void a_row_wins_also_where_the_cache_remembers_nothing() {
        model.row(draft);
        model.branches("r1", branch(unpublished(foo, Lifecycle.PROPOSED, "other")));

        model.recover();

        assertThat(model.row("r1.foo.ws")).isEqualTo(draft);
        assertThat(branches()).containsExactly(branch(draft));
    }

    @Test
    void a_branch_that_is_newer_than_its_row_is_put_aside_first() {
        remember();
        model.row(draft);
        CachedRevision newer = unpublished(foo, Lifecycle.DRAFT, "later")
                .writtenBy("", draft.updated().plusSeconds(60));
        model.branches("r1", branch(newer));

        model.recover();

        assertThat(branches()).containsExactly(branch(draft));
        assertThat(model.rescued).extracting(CachedRevision::content).containsExactly(newer.content());
    }

    @Test
    void a_published_revision_needs_no_branch() {
        model.git("r1", tag(foo, 1, "mine"));
        model.branches("r1", branch(draft));

        model.recover();

        assertThat(model.row("r1.foo.ws").lifecycle()).isEqualTo(Lifecycle.PUBLISHED);
        assertThat(branches()).isEmpty();
        assertThat(model.rescued).isEmpty();
    }

    @Test
    void a_revision_that_git_no_longer_publishes_is_no_draft_again() {
        remember();
        for (String path : List.of("a", "b")) {
            model.row(published(tag(name("r1", path, "ws"), 1, path), Lifecycle.PUBLISHED));
        }
        model.row(published(tag(foo, 1, "edited since"), Lifecycle.PUBLISHED));
        model.git("r1", tag(name("r1", "a", "ws"), 1, "a"), tag(name("r1", "b", "ws"), 1, "b"));
        model.branches("r1", branch(draft));

        model.recover();

        assertThat(model.rows).doesNotContainKey(foo);
        assertThat(model.rescued).extracting(CachedRevision::lifecycle).contains(Lifecycle.PUBLISHED, Lifecycle.DRAFT);
        assertThat(branches()).isEmpty();
    }

    @Test
    void branches_of_what_waits_for_confirmation_wait() {
        remember();
        model.row(published(tag(foo, 1, "mine"), Lifecycle.PUBLISHED));
        model.branches("r1", branch(draft));

        model.recover();

        assertThat(branches()).containsExactly(branch(draft));
    }

    @Test
    void git_that_cannot_be_read_says_nothing_about_drafts() {
        model.row(draft);
        model.git.put("r1", new GitView.Unreadable(GitView.Obstacle.UNREACHABLE, "gone"));

        model.recover();

        assertThat(model.repositories.get("r1").draftsKnown()).isFalse();
    }

    @Test
    void two_drafts_of_one_name_are_told_and_left_out() {
        model.row(unpublished(name("r1", "a/b", "ws"), Lifecycle.DRAFT, "mine"));
        model.branches(
                "r1",
                branch(model.row("r1.a.b.ws")),
                branch(unpublished(name("r1", "a.b", "ws"), Lifecycle.DRAFT, "theirs")));

        Plan plan = model.recover();

        assertThat(model.rows).hasSize(1);
        assertThat(plan.notices()).extracting(Notice::kind).containsExactly(Notice.Kind.AMBIGUOUS);
    }

    @Test
    void branches_mean_nothing_where_drafts_are_not_pushed() {
        model.pushesDrafts = false;
        model.row(draft);
        model.branches("r1", branch(unpublished(name("r1", "bar", "ws"), Lifecycle.DRAFT, "theirs")));

        assertThat(model.plan().isEmpty()).isTrue();
    }
}
