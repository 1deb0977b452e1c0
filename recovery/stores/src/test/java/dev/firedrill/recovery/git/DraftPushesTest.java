package dev.firedrill.recovery.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitDraft;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.port.GitRefused;
import dev.firedrill.recovery.port.GitUnavailable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Branches of drafts on a real repository. */
class DraftPushesTest extends GitFixture {
    private static final String DRAFT = "refs/heads/drafts/net/upf/ws";
    private static final String PROPOSAL = "refs/heads/proposed/net/upf/ws";

    private final CachedRevision proposal = proposed("net/upf", "ws", Map.of("Kptfile", KPTFILE, "cm.yaml", "a: 1\n"));
    private final CachedRevision draft = proposal.withLifecycle(Lifecycle.DRAFT, 0);

    @BeforeEach
    void packageBranch() throws IOException {
        bare.commit("main", "m", Map.of("README.md", "r"));
    }

    private boolean settle(CachedRevision row) {
        return git.syncDraft(repository(), row.name(), () -> Optional.of(row));
    }

    private List<GitDraft> drafts() {
        return ((GitView.Readable) git.look(repository())).drafts();
    }

    @Test
    void a_draft_is_one_annotated_commit_on_top_of_the_package_branch() throws IOException {
        assertThat(settle(draft)).isTrue();

        try (RevWalk commits = new RevWalk(bare.repository())) {
            RevCommit commit =
                    commits.parseCommit(ObjectId.fromString(bare.refs().get(DRAFT)));
            assertThat(commit.getParent(0).name()).isEqualTo(bare.refs().get("refs/heads/main"));
            assertThat(commit.getFullMessage())
                    .contains("kpt:{\"package\":\"net/upf\",\"workspaceName\":\"ws\",\"revision\":\"0\",\"task\":");
            assertThat(commit.getCommitterIdent().getEmailAddress()).isEqualTo("porch@kpt.dev");
        }
        assertThat(drafts()).singleElement().satisfies(found -> {
            assertThat(found.name()).isEqualTo(draft.name());
            assertThat(found.content()).isEqualTo(draft.content());
            assertThat(found.originTask()).isEqualTo(draft.originTask());
            assertThat(found.writtenAt()).isEqualTo(draft.updated());
            assertThat(found.asRow().lock().ref()).isEqualTo("drafts/net/upf/ws");
        });
    }

    @Test
    void what_is_right_already_is_not_pushed_again() throws IOException {
        settle(draft);
        bare.commit("main", "the package branch moves on", Map.of("README.md", "s"));
        Map<String, String> refs = bare.refs();

        assertThat(settle(draft)).isFalse();
        assertThat(bare.refs()).isEqualTo(refs);
    }

    @Test
    void proposing_rejecting_and_deleting_move_the_branch() throws IOException {
        settle(draft);
        settle(proposal);
        assertThat(bare.refs()).containsKey(PROPOSAL).doesNotContainKey(DRAFT);

        CachedRevision edited = draft.withContent(PackageContent.of(Map.of("Kptfile", KPTFILE)));
        settle(edited);
        assertThat(bare.refs()).containsKey(DRAFT).doesNotContainKey(PROPOSAL);
        assertThat(drafts()).extracting(GitDraft::content).containsExactly(edited.content());

        assertThat(git.syncDraft(repository(), draft.name(), Optional::empty)).isTrue();
        assertThat(bare.refs()).doesNotContainKeys(DRAFT, PROPOSAL);
        assertThat(git.syncDraft(repository(), draft.name(), Optional::empty)).isFalse();
    }

    @Test
    void what_is_published_has_no_branch() throws IOException {
        settle(proposal);
        git.publish(repository(), proposal, 1, "");
        settle(proposal.withLifecycle(Lifecycle.PUBLISHED, 1));

        assertThat(bare.refs()).containsKey("refs/tags/net/upf/v1").doesNotContainKey(PROPOSAL);
    }

    @Test
    void somebodys_own_branch_is_no_draft() throws IOException {
        ObjectId plain = bare.commit("drafts/net/upf/ws", "an idea", Map.of("net/upf/Kptfile", KPTFILE));
        bare.set("refs/heads/drafts/net/upf/other", plain);
        bare.set("refs/heads/drafts/short", plain);

        assertThat(drafts()).isEmpty();
    }

    @Test
    void looks_for_drafts_below_the_directory_only() {
        settle(draft);

        GitView below = git.look(repository(bare.url(), false, Optional.empty(), "net"));
        GitView elsewhere = git.look(repository(bare.url(), false, Optional.empty(), "edge"));

        assertThat(((GitView.Readable) below).drafts())
                .extracting(found -> found.name().objectName())
                .containsExactly("r1.upf.ws");
        assertThat(((GitView.Readable) elsewhere).drafts()).isEmpty();
    }

    @Test
    void what_git_cannot_hold_is_refused() throws IOException {
        Map<String, String> refs = bare.refs();
        CachedRevision odd = draft.withContent(PackageContent.of(Map.of("Kptfile", KPTFILE, "Kptfile/x", "x")));

        assertThatThrownBy(() -> settle(odd)).isInstanceOf(GitRefused.class);
        assertThat(bare.refs()).isEqualTo(refs);
    }

    @Test
    void a_server_that_is_gone_is_said_to_be() {
        assertThatThrownBy(() -> git.syncDraft(
                        repository(directory.resolve("no.git").toUri().toString(), false, Optional.empty(), ""),
                        draft.name(),
                        () -> Optional.of(draft)))
                .isInstanceOf(GitUnavailable.class);
    }

    @Test
    void without_the_option_nothing_is_pushed_and_nothing_is_read() throws IOException {
        settle(draft);
        Map<String, String> refs = bare.refs();
        try (JGitRepositories off = new JGitRepositories(
                directory.resolve("work"), secret -> Optional.empty(), Journal.none(), CLOCK, true, false)) {
            assertThat(off.syncDraft(repository(), draft.name(), Optional::empty))
                    .isFalse();
            assertThat(((GitView.Readable) off.look(repository())).drafts()).isEmpty();
        }
        assertThat(bare.refs()).isEqualTo(refs);
    }
}
