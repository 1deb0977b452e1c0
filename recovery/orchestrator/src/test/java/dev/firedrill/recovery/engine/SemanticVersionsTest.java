package dev.firedrill.recovery.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.fake.EngineFixture;
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
    private final EngineFixture fixture = new EngineFixture();
    private CachedRevision semantic;

    @BeforeEach
    void publish() {
        semantic = fixture.semantic(fixture.published("blue", "upf", "v1"), "v3.0.0");
    }

    @Test
    void deleting_one_takes_its_tag_and_nothing_else() {
        int heads = fixture.git.heads.size();
        fixture.approve(semantic, Lifecycle.DELETION_PROPOSED);

        fixture.engine.delete("blue.upf.v3.0.0", new Preconditions(Optional.empty(), Optional.empty()), User.nobody());

        assertThat(fixture.git.tags).doesNotContainKey("upf/v3.0.0");
        assertThat(fixture.git.heads).hasSize(heads);
        assertThat(fixture.cache.find(Samples.NAMESPACE, "blue.upf.v3.0.0")).isEmpty();
    }

    @Test
    void one_can_be_cloned_and_edited() {
        CachedRevision clone = fixture.engine.create(
                Requests.wish("edge", "site", "w", new Task.Clone("blue.upf.v3.0.0")), User.nobody());
        assertThat(Kptfile.of(clone.content()).orElseThrow().upstreamLock()).contains(semantic.lock());
        CachedRevision edit = fixture.engine.create(
                Requests.wish("blue", "upf", "w", new Task.Edit("blue.upf.v3.0.0")), User.nobody());
        assertThat(edit.content()).isEqualTo(semantic.content());
    }

    @Test
    void its_package_is_not_new_and_its_upstream_is_in_use() {
        fixture.engine.create(Requests.wish("edge", "site", "w", new Task.Clone("blue.upf.v3.0.0")), User.nobody());
        fixture.approve(semantic, Lifecycle.DELETION_PROPOSED);
        assertThatThrownBy(() -> fixture.engine.delete(
                        "blue.upf.v3.0.0", new Preconditions(Optional.empty(), Optional.empty()), User.nobody()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is the upstream of");
        List.of("blue.upf.v1").forEach(name -> fixture.cache.rows.remove(Samples.NAMESPACE + "/" + name));
        assertThatThrownBy(() -> fixture.engine.create(
                        Requests.wish("blue", "upf", "w", new Task.Clone("blue.upf.v3.0.0")), User.nobody()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void the_head_of_the_branch_stays_a_placeholder() {
        assertThat(fixture.engine.get("blue.upf.main").isPlaceholder()).isTrue();
        assertThat(fixture.engine.get("blue.upf.v3.0.0").isPlaceholder()).isFalse();
        assertThatThrownBy(() -> fixture.engine.create(
                        Requests.wish("edge", "site", "w", new Task.Clone("blue.upf.main")), User.nobody()))
                .isInstanceOf(Refused.class);
    }
}
