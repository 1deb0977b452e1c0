package dev.firedrill.recovery.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.fake.Bench;
import dev.firedrill.recovery.fake.Requests;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What users write into drafts, and the branches that follow. */
class DraftCopiesTest {
    private static final String DRAFT = "drafts/foo/v1";
    private static final String PROPOSAL = "proposed/foo/v1";

    private final Bench bench = new Bench();

    @BeforeEach
    void pushDrafts() {
        bench.git.pushesDrafts = true;
    }

    @Test
    void theBranchFollowsTheDraftThroughItsLife() {
        CachedRevision draft = bench.draft("blue", "foo", "v1");
        assertThat(bench.git.branches).containsOnlyKeys(DRAFT);

        CachedRevision edited = bench.engine.updateContent(
                draft.name().objectName(), Optional.empty(), Map.of("Kptfile", "kind: Kptfile\n"), User.nobody());
        assertThat(bench.git.branches.get(DRAFT).content()).isEqualTo(edited.content());

        CachedRevision proposal = bench.engine.update(
                draft.name().objectName(), Requests.change(edited, Lifecycle.PROPOSED), User.nobody());
        assertThat(bench.git.branches).containsOnlyKeys(PROPOSAL);

        bench.approve(proposal, Lifecycle.DRAFT);
        assertThat(bench.git.branches).containsOnlyKeys(DRAFT);

        bench.engine.delete(draft.name().objectName(), Preconditions.none(), User.nobody());
        assertThat(bench.git.branches).isEmpty();
        assertThat(bench.cache.rows).isEmpty();
    }

    @Test
    void approvalTakesTheBranchAway() {
        bench.published("blue", "foo", "v1");

        assertThat(bench.git.branches).isEmpty();
    }

    @Test
    void aBranchThatCannotBePushedLosesNoWrite() {
        bench.git.failure = "git is gone";

        CachedRevision draft = bench.draft("blue", "foo", "v1");

        assertThat(bench.cache.rows).containsKey(draft.name().toString());
        assertThat(bench.doubts).hasPositiveValue();
    }

    @Test
    void aDraftWhoseBranchCannotBeRemovedStays() {
        CachedRevision draft = bench.draft("blue", "foo", "v1");
        bench.git.failure = "git is gone";

        assertThatThrownBy(() -> bench.engine.delete(draft.name().objectName(), Preconditions.none(), User.nobody()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not deleted");
        assertThat(bench.cache.rows).hasSize(1);
        assertThat(bench.git.branches).containsOnlyKeys(DRAFT);
    }

    @Test
    void labelsNeedNoPush() {
        CachedRevision draft = bench.draft("blue", "foo", "v1");
        bench.git.failure = "git is gone";
        int doubts = bench.doubts.get();

        bench.engine.update(
                draft.name().objectName(),
                Requests.change(draft, Map.of("team", "blue"), List.of(), Lifecycle.DRAFT),
                User.nobody());

        assertThat(bench.doubts).hasValue(doubts);
    }

    @Test
    void withoutTheOptionThereAreNoBranches() {
        bench.git.pushesDrafts = false;

        bench.draft("blue", "foo", "v1");

        assertThat(bench.git.branches).isEmpty();
    }
}
