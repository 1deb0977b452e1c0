package dev.firedrill.recovery.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.git.BareRepository;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.plan.Consent;
import dev.firedrill.recovery.plan.Notice;
import dev.firedrill.recovery.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags that are missing in one pass and back in the next cost nothing that only the cache knew. */
class GitInPiecesTest {
    private static final String KPTFILE = "apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata:\n  name: x\n";

    @TempDir
    Path directory;

    private Testbed lab;
    private BareRepository git;
    private final Map<String, ObjectId> tags = new TreeMap<>();
    private CachedRevision before;

    @BeforeEach
    void publishAndDescribe() throws IOException {
        lab = new Testbed(directory, 0);
        git = lab.repository("r1");
        Map<String, String> files = new TreeMap<>();
        for (String path : List.of("a", "b", "c", "d")) {
            files.put(path + "/Kptfile", KPTFILE);
            ObjectId commit = git.commit("main", "m", files);
            git.tag(path + "/v1", commit);
            tags.put(path + "/v1", commit);
        }
        lab.pass();
        CachedRevision row = row();
        Metadata metadata = new Metadata(
                Map.of("team", "blue"),
                Map.of("note", "mine"),
                List.of(new OwnerReference("v1", "ConfigMap", "c", "uid-c", false, false)),
                List.of(),
                Instant.parse("2026-01-01T00:00:00Z"),
                Optional.empty());
        lab.cache.update(row, row.withMetadata(metadata).withLifecycle(Lifecycle.DELETION_PROPOSED, 1));
        before = row();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private CachedRevision row() {
        return lab.cache.find("ns", "r1.a.v1").orElseThrow();
    }

    private void loseTag() throws IOException {
        git.delete("refs/tags/a/v1");
        assertThat(lab.pass().rescued()).containsExactly("r1.a.v1");
        assertThat(lab.cache.find("ns", "r1.a.v1")).isEmpty();
    }

    @Test
    void what_it_had_comes_back_with_the_tag_and_is_said() throws IOException {
        loseTag();
        git.tag("a/v1", tags.get("a/v1"));

        Plan plan = lab.reconciler(Journal.none()).preview(Consent.none());
        PassResult result = lab.pass();

        assertThat(row().metadata()).isEqualTo(before.metadata());
        assertThat(row().lifecycle()).isEqualTo(Lifecycle.DELETION_PROPOSED);
        assertThat(plan.losses()).isEmpty();
        assertThat(plan.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.METADATA_RETURNED);
            assertThat(notice.message()).contains("r1.a.v1");
        });
        assertThat(plan.actions()).anyMatch(action -> action.text().contains("with the metadata that rescue-"));
        assertThat(result.repositories().get(0).status().message()).contains("r1.a.v1", "back from the rescue set");
        assertThat(lab.cache.rescueSets("ns").list())
                .as("nothing is left to be brought back")
                .isEmpty();
        assertThat(lab.pass().applied()).isZero();
    }

    @Test
    void other_content_of_the_same_name_is_another_revision() throws IOException {
        loseTag();
        git.tag("a/v1", git.commit("main", "m", Map.of("a/Kptfile", KPTFILE, "a/more", "x")));

        PassResult result = lab.pass();

        assertThat(row().metadata().labels()).isEmpty();
        assertThat(row().lifecycle()).isEqualTo(Lifecycle.PUBLISHED);
        assertThat(result.plan().losses()).isNotEmpty();
        assertThat(lab.cache.rescueSets("ns").list()).hasSize(1);
    }

    @Test
    void what_went_with_a_deleted_repository_stays_away() {
        lab.cluster.repositories.put("r1", ModelCluster.repository("r1", git.url(), true, true));
        lab.pass();
        lab.cluster.add("r1", git.url(), false);
        lab.pass();

        assertThat(row().metadata().labels()).isEmpty();
        assertThat(row().lifecycle()).isEqualTo(Lifecycle.PUBLISHED);
    }
}
