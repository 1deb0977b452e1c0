package dev.firedrill.recovery.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.git.BareRepository;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Branches {@code deletionProposed/…}, as Porch's cache in custom resources leaves them, say what a lost cache cannot. */
class DeletionProposalsTest {
    private static final String KPTFILE = "apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata:\n  name: x\n";

    @TempDir
    Path directory;

    private Testbed lab;
    private BareRepository git;

    @BeforeEach
    void publish() throws IOException {
        lab = new Testbed(directory, 0);
        git = lab.repository("r1");
        ObjectId commit = git.commit("main", "m", Map.of("a/b/Kptfile", KPTFILE, "c/Kptfile", KPTFILE));
        for (String tag : new String[] {"a/b/v1", "a/b/2", "a/b/v3.0.0", "c/v1", "c/v2"}) {
            git.tag(tag, commit);
        }
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private void propose(String revision) throws IOException {
        git.set(
                "refs/heads/deletionProposed/" + revision,
                git.repository().resolve("refs/heads/main").toObjectId());
    }

    private CachedRevision row(String name) {
        return lab.cache.find("ns", "r1." + name).orElseThrow();
    }

    private Lifecycle lifecycle(String name) {
        return row(name).lifecycle();
    }

    @Test
    void what_only_git_knows_comes_back_with_the_wish_to_delete_it() throws IOException {
        propose("a/b/v2");
        propose("a/b/v3.0.0");
        propose("c/v77");
        lab.pass();

        assertThat(lifecycle("a.b.v1")).isEqualTo(Lifecycle.PUBLISHED);
        assertThat(lifecycle("a.b.v2")).isEqualTo(Lifecycle.DELETION_PROPOSED);
        assertThat(row("a.b.v2").latest()).isTrue();
        assertThat(lifecycle("a.b.v3.0.0")).isEqualTo(Lifecycle.DELETION_PROPOSED);
        assertThat(lifecycle("c.v1")).isEqualTo(Lifecycle.PUBLISHED);
        assertThat(lifecycle("c.v2")).isEqualTo(Lifecycle.PUBLISHED);
        assertThat(lab.pass().applied()).isZero();
    }

    @Test
    void the_cache_is_the_truth_for_what_it_has() throws IOException {
        lab.pass();
        propose("c/v1");
        assertThat(lab.pass().applied()).isZero();
        assertThat(lifecycle("c.v1")).isEqualTo(Lifecycle.PUBLISHED);
    }

    @Test
    void a_branch_that_came_since_the_last_look_is_seen() throws IOException {
        lab.pass();
        propose("c/v1");
        lab.cache.delete(row("c.v1").name());
        lab.pass();
        assertThat(lifecycle("c.v1")).isEqualTo(Lifecycle.DELETION_PROPOSED);
    }

    @Test
    void a_draft_that_git_has_published_meanwhile_takes_it_from_git_too() throws IOException {
        lab.pass();
        CachedRevision published = row("c.v2");
        lab.cache.delete(published.name());
        lab.cache.insert(published
                .withLifecycle(Lifecycle.DRAFT, 0)
                .withMetadata(Metadata.none(Instant.EPOCH).withLabels(Map.of("kept", "yes"))));
        propose("c/v2");
        lab.pass();
        assertThat(lifecycle("c.v2")).isEqualTo(Lifecycle.DELETION_PROPOSED);
        assertThat(row("c.v2").metadata().labels()).isEqualTo(Map.of("kept", "yes"));
        assertThat(lab.pass().applied()).isZero();
    }
}
