package dev.firedrill.recovery.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.git.BareRepository;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.RevisionName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passes over drafts that are pushed to git, against PostgreSQL and git on disk. */
class DraftBranchesTest {
    private static final String KPTFILE = "apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata:\n  name: x\n";

    @TempDir
    Path directory;

    private int laboratories;

    private Testbed testbed() throws IOException {
        Testbed lab = new Testbed(directory, laboratories++, true);
        lab.repository("r1").commit("main", "m", Map.of("README.md", "r"));
        lab.pass();
        return lab;
    }

    private static CachedRevision revision(String path, Lifecycle lifecycle, String text) {
        return new CachedRevision(
                new RevisionName(new PackageName("ns", "r1", path), "w"),
                0,
                lifecycle,
                false,
                Metadata.none(Instant.EPOCH).withLabels(Map.of("team", "blue")),
                PackageContent.of(Map.of("Kptfile", KPTFILE, "f", text)),
                Optional.empty(),
                "",
                new GitLock("u", path, "drafts/" + path + "/w", GitLock.NOT_PUSHED),
                Instant.EPOCH,
                "u");
    }

    /** Two rows without branches, a branch without a row, and a branch of a row that was edited since. */
    private Testbed everything() throws IOException {
        Testbed lab = testbed();
        lab.cache.insert(revision("deleted", Lifecycle.DRAFT, "x"));
        lab.cache.insert(revision("edited", Lifecycle.DRAFT, "before"));
        lab.pass();
        lab.cache.delete(revision("deleted", Lifecycle.DRAFT, "x").name());
        CachedRevision seen = lab.cache.find("ns", "r1.edited.w").orElseThrow();
        lab.cache.update(seen, revision("edited", Lifecycle.DRAFT, "after"));
        lab.cache.insert(revision("new", Lifecycle.DRAFT, "x"));
        lab.cache.insert(revision("proposed", Lifecycle.PROPOSED, "x"));
        return lab;
    }

    @Test
    void branches_follow_the_cache_and_then_nothing_is_written() throws IOException {
        try (Testbed lab = everything()) {
            PassResult first = lab.pass();

            assertThat(first.problems()).isEmpty();
            assertThat(first.rescued()).containsExactly("r1.deleted.w");
            Map<String, String> branches = lab.branchesOfDrafts("r1");
            assertThat(branches)
                    .containsOnlyKeys(
                            "refs/heads/drafts/edited/w", "refs/heads/drafts/new/w", "refs/heads/proposed/proposed/w");
            String transactions = lab.database.transactions();
            assertThat(lab.pass().changed()).isFalse();
            assertThat(lab.database.transactions()).isEqualTo(transactions);
            assertThat(lab.branchesOfDrafts("r1")).isEqualTo(branches);
        }
    }

    @Test
    void a_lost_cache_gets_its_drafts_back_without_metadata() throws IOException {
        try (Testbed lab = everything()) {
            lab.pass();
            lab.database.execute("DELETE FROM repositories");

            lab.pass();

            CachedRevision edited = lab.cache.find("ns", "r1.edited.w").orElseThrow();
            assertThat(edited.content().files()).containsEntry("f", "after");
            assertThat(edited.metadata().labels()).isEmpty();
            assertThat(lab.cache.find("ns", "r1.proposed.w").orElseThrow().lifecycle())
                    .isEqualTo(Lifecycle.PROPOSED);
            assertThat(lab.cache.revisions("ns")).hasSize(3);
            assertThat(lab.pass().changed()).isFalse();
        }
    }

    @Test
    void ends_in_the_same_state_wherever_it_is_killed() throws IOException {
        for (boolean lost : new boolean[] {false, true}) {
            AtomicInteger steps = new AtomicInteger();
            Map<String, String> expected;
            try (Testbed lab = everything(lost)) {
                lab.reconciler((what, subject) -> steps.incrementAndGet()).pass(PassRequest.usual());
                expected = lab.state();
            }
            assertThat(steps.get()).isGreaterThan(5);
            for (int k = 1; k <= steps.get(); k++) {
                try (Testbed lab = everything(lost)) {
                    AtomicInteger left = new AtomicInteger(k);
                    Reconciler doomed = lab.reconciler((what, subject) -> {
                        if (left.decrementAndGet() == 0) {
                            throw new Killed();
                        }
                    });
                    assertThatThrownBy(() -> doomed.pass(PassRequest.usual())).isInstanceOf(Killed.class);
                    lab.pass();
                    assertThat(lab.state()).as("killed after step %d", k).isEqualTo(expected);
                    assertThat(lab.pass().changed()).isFalse();
                }
            }
        }
    }

    private Testbed everything(boolean lost) throws IOException {
        Testbed lab = everything();
        if (lost) {
            lab.pass();
            lab.database.execute("DELETE FROM repositories");
            lab.database.execute("DROP SCHEMA firedrill_rescue CASCADE");
        }
        return lab;
    }

    @Test
    void a_draft_that_git_cannot_hold_holds_nothing_up() throws IOException {
        try (Testbed lab = testbed()) {
            CachedRevision odd = revision("odd", Lifecycle.DRAFT, "x")
                    .withContent(PackageContent.of(Map.of("Kptfile", KPTFILE, "Kptfile/x", "x")));
            lab.cache.insert(odd);
            lab.cache.insert(revision("fine", Lifecycle.DRAFT, "x"));

            PassResult result = lab.pass();

            assertThat(result.problems()).singleElement().asString().contains("r1.odd.w", "rename");
            assertThat(result.repositories().get(0).status().ready()).isTrue();
            assertThat(lab.branchesOfDrafts("r1")).containsOnlyKeys("refs/heads/drafts/fine/w");
        }
    }

    @Test
    void git_that_takes_nothing_holds_nothing_up() throws IOException {
        try (Testbed lab = testbed()) {
            lab.cache.insert(revision("fine", Lifecycle.DRAFT, "x"));
            BareRepository bare = lab.git.get("r1");
            bare.commit("drafts", "somebody's own branch, which leaves no room for ours", Map.of("README.md", "r"));

            PassResult result = lab.pass();

            assertThat(result.problems()).isNotEmpty();
            assertThat(result.repositories().get(0).status().ready()).isTrue();
            bare.delete("refs/heads/drafts");
            assertThat(lab.pass().problems()).isEmpty();
            assertThat(lab.branchesOfDrafts("r1")).containsOnlyKeys("refs/heads/drafts/fine/w");
        }
    }

    /** The end of the process, which nothing in it can catch. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
