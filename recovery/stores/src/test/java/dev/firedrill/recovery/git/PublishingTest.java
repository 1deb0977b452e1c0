package dev.firedrill.recovery.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.port.GitRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishingTest extends GitFixture {
    @Test
    void publishes_in_two_commits_and_reads_it_back() throws IOException {
        bare.commitBytes(
                "main",
                "m",
                Map.of(
                        "net/upf/logo.png", new byte[] {0, 1},
                        "net/upf/old.yaml", "old".getBytes(StandardCharsets.UTF_8),
                        "net/upf/Kptfile", KPTFILE.getBytes(StandardCharsets.UTF_8)));
        CachedRevision revision = proposed("net/upf", "ws1", Map.of("Kptfile", KPTFILE, "cm.yaml", "a: 1\n"));

        GitRevision published = git.publish(repository(), revision, 3, "Bob <bob@example.org>");

        assertThat(published.revision()).isEqualTo(3);
        assertThat(published.name()).isEqualTo(revision.name());
        assertThat(published.content()).isEqualTo(revision.content());
        assertThat(published.originTask()).isEqualTo(revision.originTask());
        assertThat(published.publishedBy()).isEqualTo("bob@example.org");
        assertThat(published.publishedAt()).isEqualTo(CLOCK.instant());
        Map<String, String> refs = bare.refs();
        assertThat(refs.get("refs/heads/main")).isEqualTo(refs.get("refs/tags/net/upf/v3"));
        assertThat(git.placeholder(repository(), revision).content()).isEqualTo(revision.content());
        try (var walk = org.eclipse.jgit.treewalk.TreeWalk.forPath(
                bare.repository(),
                "net/upf/logo.png",
                bare.repository()
                        .parseCommit(ObjectId.fromString(refs.get("refs/heads/main")))
                        .getTree())) {
            assertThat(walk).as("binary files that no draft can hold stay").isNotNull();
        }
    }

    @Test
    void leaves_modes_links_and_odd_names_as_they_are() throws IOException {
        bare.commitEntries(Map.of(
                "p/Kptfile", FileMode.REGULAR_FILE,
                "p/run.sh", FileMode.EXECUTABLE_FILE,
                "p/gone.sh", FileMode.EXECUTABLE_FILE,
                "p/link", FileMode.SYMLINK,
                "p/gr\u00FC\u00DFe", FileMode.REGULAR_FILE,
                "gr\u00FC\u00DFe", FileMode.EXECUTABLE_FILE));

        // Read as text, the name in Latin-1 would be the one of this file.
        CachedRevision revision =
                proposed("p", "ws", Map.of("Kptfile", KPTFILE, "run.sh", "new", "gr\u00FC\u00DFe", "x"));
        git.publish(repository(), revision, 1, "");

        assertThat(bare.entries("main"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "p/Kptfile", "100644",
                        "p/run.sh", "100755",
                        "p/link", "120000",
                        "p/gr\u00FC\u00DFe", "100644",
                        "p/gr\u00C3\u00BC\u00C3\u009Fe", "100644",
                        "gr\u00FC\u00DFe", "100755"));
    }

    @Test
    void publishing_again_after_a_crash_returns_what_is_there() throws IOException {
        bare.commit("main", "m", Map.of("README.md", "r"));
        CachedRevision revision = proposed("p", "ws1", Map.of("Kptfile", KPTFILE));
        GitRevision first = git.publish(repository(), revision, 1, "");
        Map<String, String> refs = bare.refs();
        git.close();
        git = fresh(secret -> Optional.empty());

        assertThat(git.publish(repository(), revision, 1, "")).isEqualTo(first);
        assertThat(git.publish(repository(), revision, 2, "")).isEqualTo(first);
        assertThat(bare.refs()).isEqualTo(refs);
    }

    @Test
    void never_moves_a_tag() throws IOException {
        bare.commit("main", "m", Map.of("README.md", "r"));
        git.publish(repository(), proposed("p", "ws1", Map.of("Kptfile", KPTFILE)), 1, "");
        Map<String, String> refs = bare.refs();

        CachedRevision other = proposed("p", "ws2", Map.of("Kptfile", KPTFILE, "x", "y"));
        assertThatThrownBy(() -> git.publish(repository(), other, 1, ""))
                .isInstanceOf(GitRefused.class)
                .hasMessageContaining("p/v1");
        CachedRevision changed = proposed("p", "ws1", Map.of("Kptfile", KPTFILE, "x", "y"));
        assertThatThrownBy(() -> git.publish(repository(), changed, 1, "")).isInstanceOf(GitRefused.class);
        assertThat(bare.refs()).isEqualTo(refs);
    }

    @Test
    void placeholders_keep_their_commit_when_another_package_is_published() throws IOException {
        bare.commit("main", "m", Map.of("README.md", "r"));
        CachedRevision one = proposed("one", "ws", Map.of("Kptfile", KPTFILE));
        git.publish(repository(), one, 1, "");
        GitRevision before = git.placeholder(repository(), one);

        git.publish(repository(), proposed("two", "ws", Map.of("Kptfile", KPTFILE)), 1, "");

        assertThat(git.placeholder(repository(), one)).isEqualTo(before);
    }

    @Test
    void deletes_tags_and_directories() throws IOException {
        bare.commit("main", "m", Map.of("README.md", "r"));
        CachedRevision one = proposed("a/one", "ws", Map.of("Kptfile", KPTFILE));
        GitRevision published = git.publish(repository(), one, 1, "");

        GitLock elsewhere = new GitLock(
                "", "a/one", published.lock().ref(), ObjectId.zeroId().name());
        assertThatThrownBy(() -> git.deleteTag(repository(), elsewhere)).isInstanceOf(GitRefused.class);
        git.deleteTag(repository(), published.lock());
        git.deleteTag(repository(), published.lock());
        assertThat(revisions(repository())).extracting(GitRevision::revision).containsExactly(-1);

        git.deleteDirectory(repository(), one);
        git.deleteDirectory(repository(), one);
        assertThat(revisions(repository())).isEmpty();
    }

    @Test
    void the_proposal_to_delete_goes_with_its_tag() throws IOException {
        ObjectId head = bare.commit("main", "m", Map.of("README.md", "r"));
        GitRevision published = git.publish(repository(), proposed("a/one", "ws", Map.of("Kptfile", KPTFILE)), 1, "");
        bare.set("refs/heads/deletionProposed/a/one/v1", head);
        bare.set("refs/heads/deletionProposed/a/one/v10", head);
        git.deleteTag(repository(), published.lock());
        assertThat(bare.refs()).containsOnlyKeys("refs/heads/main", "refs/heads/deletionProposed/a/one/v10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", ".git/config", "a//b", "/x", "Kptfile/x"})
    void refuses_to_publish_files_that_git_cannot_hold(String file) throws IOException {
        bare.commit("main", "m", Map.of("README.md", "r"));
        Map<String, String> refs = bare.refs();
        CachedRevision odd = proposed("p", "ws", Map.of("Kptfile", KPTFILE, file, "x"));
        assertThatThrownBy(() -> git.publish(repository(), odd, 1, "")).isInstanceOf(GitRefused.class);
        CachedRevision name = proposed("p q~", "ws", Map.of("Kptfile", KPTFILE));
        assertThatThrownBy(() -> git.publish(repository(), name, 1, "")).isInstanceOf(GitRefused.class);
        assertThat(bare.refs()).isEqualTo(refs);
    }
}
