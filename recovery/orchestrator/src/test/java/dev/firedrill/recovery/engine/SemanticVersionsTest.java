package dev.firedrill.recovery.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.fake.Bench;
import dev.firedrill.recovery.fake.Requests;
import dev.firedrill.recovery.fake.Samples;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tags such as {@code upf/v3.0.0} are published revisions with revision −1, and no heads of a package branch. */
class SemanticVersionsTest {
    private final Bench bench = new Bench();
    private CachedRevision semantic;

    @BeforeEach
    void publish() {
        semantic = bench.semantic(bench.published("blue", "upf", "v1"), "v3.0.0");
    }

    @Test
    void deletingOneTakesItsTagAndNothingElse() {
        int heads = bench.git.heads.size();
        bench.approve(semantic, Lifecycle.DELETION_PROPOSED);

        bench.engine.delete("blue.upf.v3.0.0", new Preconditions(Optional.empty(), Optional.empty()), User.nobody());

        assertThat(bench.git.tags).doesNotContainKey("upf/v3.0.0");
        assertThat(bench.git.heads).hasSize(heads);
        assertThat(bench.cache.find(Samples.NAMESPACE, "blue.upf.v3.0.0")).isEmpty();
    }

    @Test
    void oneCanBeClonedAndEdited() {
        CachedRevision clone = bench.engine.create(
                Requests.wish("edge", "site", "w", new Task.Clone("blue.upf.v3.0.0")), User.nobody());
        assertThat(Kptfile.of(clone.content()).orElseThrow().upstreamLock()).contains(semantic.lock());
        CachedRevision edit =
                bench.engine.create(Requests.wish("blue", "upf", "w", new Task.Edit("blue.upf.v3.0.0")), User.nobody());
        assertThat(edit.content()).isEqualTo(semantic.content());
    }

    @Test
    void itsPackageIsNotNewAndItsUpstreamIsInUse() {
        bench.engine.create(Requests.wish("edge", "site", "w", new Task.Clone("blue.upf.v3.0.0")), User.nobody());
        bench.approve(semantic, Lifecycle.DELETION_PROPOSED);
        assertThatThrownBy(() -> bench.engine.delete(
                        "blue.upf.v3.0.0", new Preconditions(Optional.empty(), Optional.empty()), User.nobody()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is the upstream of");
        List.of("blue.upf.v1").forEach(name -> bench.cache.rows.remove(Samples.NAMESPACE + "/" + name));
        assertThatThrownBy(() -> bench.engine.create(
                        Requests.wish("blue", "upf", "w", new Task.Clone("blue.upf.v3.0.0")), User.nobody()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theHeadOfTheBranchStaysAPlaceholder() {
        assertThat(bench.engine.get("blue.upf.main").isPlaceholder()).isTrue();
        assertThat(bench.engine.get("blue.upf.v3.0.0").isPlaceholder()).isFalse();
        assertThatThrownBy(() -> bench.engine.create(
                        Requests.wish("edge", "site", "w", new Task.Clone("blue.upf.main")), User.nobody()))
                .isInstanceOf(Refused.class);
    }
}
