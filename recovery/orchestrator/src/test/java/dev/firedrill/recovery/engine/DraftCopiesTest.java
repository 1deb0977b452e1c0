package dev.firedrill.recovery.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.fake.EngineFixture;
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

    private final EngineFixture fixture = new EngineFixture();

    @BeforeEach
    void pushDrafts() {
        fixture.git.pushesDrafts = true;
    }

    @Test
    void the_branch_follows_the_draft_through_its_life() {
        CachedRevision draft = fixture.draft("blue", "foo", "v1");
        assertThat(fixture.git.branches).containsOnlyKeys(DRAFT);

        CachedRevision edited = fixture.engine.updateContent(
                draft.name().objectName(), Optional.empty(), Map.of("Kptfile", "kind: Kptfile\n"), User.nobody());
        assertThat(fixture.git.branches.get(DRAFT).content()).isEqualTo(edited.content());

        CachedRevision proposal = fixture.engine.update(
                draft.name().objectName(), Requests.change(edited, Lifecycle.PROPOSED), User.nobody());
        assertThat(fixture.git.branches).containsOnlyKeys(PROPOSAL);

        fixture.approve(proposal, Lifecycle.DRAFT);
        assertThat(fixture.git.branches).containsOnlyKeys(DRAFT);

        fixture.engine.delete(draft.name().objectName(), Preconditions.none(), User.nobody());
        assertThat(fixture.git.branches).isEmpty();
        assertThat(fixture.cache.rows).isEmpty();
    }

    @Test
    void approval_takes_the_branch_away() {
        fixture.published("blue", "foo", "v1");

        assertThat(fixture.git.branches).isEmpty();
    }

    @Test
    void a_branch_that_cannot_be_pushed_loses_no_write() {
        fixture.git.failure = "git is gone";

        CachedRevision draft = fixture.draft("blue", "foo", "v1");

        assertThat(fixture.cache.rows).containsKey(draft.name().toString());
        assertThat(fixture.doubts).hasPositiveValue();
    }

    @Test
    void a_draft_whose_branch_cannot_be_removed_stays() {
        CachedRevision draft = fixture.draft("blue", "foo", "v1");
        fixture.git.failure = "git is gone";

        assertThatThrownBy(() -> fixture.engine.delete(draft.name().objectName(), Preconditions.none(), User.nobody()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not deleted");
        assertThat(fixture.cache.rows).hasSize(1);
        assertThat(fixture.git.branches).containsOnlyKeys(DRAFT);
    }

    @Test
    void labels_need_no_push() {
        CachedRevision draft = fixture.draft("blue", "foo", "v1");
        fixture.git.failure = "git is gone";
        int doubts = fixture.doubts.get();

        fixture.engine.update(
                draft.name().objectName(),
                Requests.change(draft, Map.of("team", "blue"), List.of(), Lifecycle.DRAFT),
                User.nobody());

        assertThat(fixture.doubts).hasValue(doubts);
    }

    @Test
    void without_the_option_there_are_no_branches() {
        fixture.git.pushesDrafts = false;

        fixture.draft("blue", "foo", "v1");

        assertThat(fixture.git.branches).isEmpty();
    }
}
