package dev.firedrill.recovery.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.git.BareRepository;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.RescueSet;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.plan.Consent;
import dev.firedrill.recovery.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One pass against PostgreSQL and git on disk; only the control plane is a model. */
class ReconcilerTest {
    private static final String KPTFILE = "apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata:\n  name: x\n";

    @TempDir
    Path directory;

    private int laboratories;

    private Testbed testbed() {
        return new Testbed(directory, laboratories++);
    }

    private static CachedRevision draft(String repository, String path, String workspace, String text, String owner) {
        RevisionName name = new RevisionName(new PackageName("ns", repository, path), workspace);
        Metadata metadata = Metadata.none(Instant.EPOCH)
                .withLabels(Map.of("team", "blue"))
                .withOwners(List.of(
                        new OwnerReference("config.porch.kpt.dev/v1alpha1", "PackageVariant", "v", owner, true, true)));
        return new CachedRevision(
                name,
                0,
                Lifecycle.DRAFT,
                false,
                metadata,
                PackageContent.of(Map.of("Kptfile", KPTFILE, "f", text)),
                Optional.empty(),
                "",
                new GitLock("u", path, "drafts/x", GitLock.NOT_PUSHED),
                Instant.EPOCH,
                "u");
    }

    /** A state of the stores in which every kind of action is due. */
    private Testbed everything() throws IOException {
        Testbed lab = testbed();
        BareRepository one = lab.repository("r1");
        Map<String, String> files = new TreeMap<>();
        for (String path : List.of("a", "b", "c", "d")) {
            files.put(path + "/Kptfile", KPTFILE);
            files.put(path + "/f", "1");
            ObjectId commit = one.commit(
                    "main",
                    "m\n\nkpt:{\"package\":\"" + path + "\",\"workspaceName\":\"w\",\"revision\":\"1\"}\n",
                    files);
            one.tag(path + "/v1", commit);
        }
        lab.repository("going").commit("main", "m", Map.of("README.md", "r"));
        lab.repository("lost").commit("main", "m", Map.of("README.md", "r"));
        lab.pass();
        lab.cache.insert(draft("going", "x", "w", "mine", "u"));
        lab.cache.insert(draft("lost", "y", "w", "mine", "u"));
        // Back in time: b is a stale draft with other content, c is gone from git, the tag of d moved, v has a new UID.
        CachedRevision b = lab.cache.find("ns", "r1.b.w").orElseThrow();
        lab.cache.delete(b.name());
        lab.cache.insert(draft("r1", "b", "w", "mine", "dead"));
        lab.cache.insert(draft("r1", "a", "next", "mine", "dead"));
        files.remove("c/Kptfile");
        files.remove("c/f");
        files.put("d/f", "2");
        ObjectId moved =
                one.commit("main", "m\n\nkpt:{\"package\":\"d\",\"workspaceName\":\"w\",\"revision\":\"1\"}\n", files);
        one.delete("refs/tags/c/v1");
        one.tag("d/v1", moved);
        files.put("e/Kptfile", KPTFILE);
        one.tag("e/v1", one.commit("main", "by hand", files));
        lab.cluster.repositories.put(
                "going", ModelCluster.repository("going", lab.git.get("going").url(), true, true));
        lab.cluster.repositories.remove("lost");
        lab.cluster.variants.add(new Variant(
                "ns",
                "v",
                "living",
                1,
                false,
                "up",
                "p",
                Optional.empty(),
                "r1",
                "a",
                false,
                false,
                Map.of(),
                Map.of(),
                Map.of(),
                "{}"));
        return lab;
    }

    @Test
    void does_everything_that_is_due_and_then_nothing() throws IOException {
        try (Testbed lab = everything()) {
            Plan preview = lab.reconciler(Journal.none()).preview(Consent.none());
            assertThat(lab.cache.find("ns", "r1.b.w").orElseThrow().lifecycle()).isEqualTo(Lifecycle.DRAFT);
            PassResult first = lab.pass();

            assertThat(first.plan()).isEqualTo(preview);
            assertThat(first.problems()).isEmpty();
            assertThat(first.rescued()).containsExactlyInAnyOrder("going.x.w", "r1.b.w", "r1.c.w", "r1.d.w");
            assertThat(first.quarantined()).containsExactly(Map.entry("lost", 1));
            assertThat(lab.cluster.repositories).containsOnlyKeys("r1");
            CachedRevision b = lab.cache.find("ns", "r1.b.w").orElseThrow();
            assertThat(b.lifecycle()).isEqualTo(Lifecycle.PUBLISHED);
            assertThat(b.metadata().labels()).containsEntry("team", "blue");
            assertThat(lab.cache
                            .find("ns", "r1.a.next")
                            .orElseThrow()
                            .metadata()
                            .owners()
                            .get(0)
                            .uid())
                    .isEqualTo("living");
            assertThat(lab.cache.find("ns", "lost.y.w")).isPresent();

            String transactions = lab.database.transactions();
            Map<String, String> refs = lab.git.get("r1").refs();
            PassResult second = lab.pass();
            assertThat(second.changed()).isFalse();
            assertThat(lab.database.transactions()).isEqualTo(transactions);
            assertThat(lab.git.get("r1").refs()).isEqualTo(refs);
            assertThat(lab.cache.rescueSets("ns").list())
                    .extracting(RescueSet::finished)
                    .containsExactly(true);
        }
    }

    @Test
    void ends_in_the_same_state_wherever_it_is_killed() throws IOException {
        Map<String, String> expected;
        AtomicInteger steps = new AtomicInteger();
        try (Testbed lab = everything()) {
            lab.reconciler((what, subject) -> steps.incrementAndGet()).pass(PassRequest.usual());
            expected = lab.state();
        }
        assertThat(steps.get()).isGreaterThan(10);
        for (int k = 1; k <= steps.get(); k++) {
            try (Testbed lab = everything()) {
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

    /** The end of the process, which nothing in it can catch. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void goes_on_with_the_others_when_one_repository_fails() throws IOException {
        try (Testbed lab = testbed()) {
            BareRepository good = lab.repository("good");
            good.tag("p/v1", good.commit("main", "m", Map.of("p/Kptfile", KPTFILE)));
            lab.repository("empty");
            lab.cluster.add("gone", "file:///nowhere/at/all.git", false);
            lab.cluster.add("far", "http://localhost:1/x.git", false);
            lab.cluster.invalid.put("odd", "it is.");

            PassResult result = lab.pass();

            Map<String, Boolean> ready = new TreeMap<>();
            result.repositories()
                    .forEach(outcome -> ready.put(
                            outcome.repository().name(), outcome.status().ready()));
            assertThat(ready).isEqualTo(Map.of("good", true, "empty", false, "gone", false, "far", false));
            assertThat(result.problems()).hasSize(4);
            assertThat(result.isClean()).isFalse();
            assertThat(lab.cache.revisions("ns")).hasSize(2);
            assertThat(lab.cache.repositories()).hasSize(4);
        }
    }

    @Test
    void asks_before_it_empties_a_repository_and_then_does_it_whole() throws IOException {
        try (Testbed lab = everything()) {
            lab.pass();
            BareRepository one = lab.git.get("r1");
            for (String ref : new ArrayList<>(one.refs().keySet())) {
                one.delete(ref);
            }
            one.commit("main", "new", Map.of("README.md", "r"));

            PassResult asking = lab.pass();
            assertThat(asking.changed()).as("it is remembered").isTrue();
            assertThat(asking.repositories().get(0).status().reason()).isEqualTo("RemovalAwaitsConfirmation");
            assertThat(lab.pass().changed()).isFalse();
            String token = asking.plan().pendingRemovals().get(0).token();
            assertThat(asking.repositories().get(0).status().message()).contains("--confirm-removal r1=" + token);

            PassResult done =
                    lab.reconciler(Journal.none()).pass(PassRequest.of(new Consent(Map.of("r1", token), false)));
            assertThat(done.isClean()).isTrue();
            assertThat(lab.cache.revisions("ns", "r1"))
                    .extracting(row -> row.name().objectName())
                    .containsExactly("r1.a.next");
            assertThat(lab.pass().changed()).isFalse();
        }
    }

    @Test
    void moves_what_did_not_come_back_to_the_rescue_set_when_the_window_is_closed() throws IOException {
        try (Testbed lab = everything()) {
            lab.reconciler(Journal.none()).pass(PassRequest.of(new Consent(Map.of(), true)));
            assertThat(lab.cache.revisions("ns", "lost")).isEmpty();
            String set = lab.cache.rescueSets("ns").list().get(0).id();
            lab.cluster.add("lost", lab.git.get("lost").url(), false);
            lab.pass();
            lab.cache.rescueSets("ns").restore(set, Set.of("lost.y.w"));
            assertThat(lab.cache.revisions("ns", "lost"))
                    .extracting(row -> row.content().files().get("f"))
                    .containsExactly("mine");
        }
    }
}
