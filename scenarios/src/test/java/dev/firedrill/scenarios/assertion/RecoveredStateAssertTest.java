package dev.firedrill.scenarios.assertion;

import static dev.firedrill.scenarios.assertion.Seen.DRAFT;
import static dev.firedrill.scenarios.assertion.Seen.ELSEWHERE;
import static dev.firedrill.scenarios.assertion.Seen.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.environments.role.system.Quarantines;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.scenarios.ScriptedSystem;
import dev.firedrill.scenarios.recording.Claims;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.workload.world.GitState;
import dev.firedrill.workload.world.GitTag;
import dev.firedrill.workload.world.Lifecycle;
import dev.firedrill.workload.world.RevisionId;
import dev.firedrill.workload.world.RevisionState;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Each claim holds of what it describes, and fails of what differs from that in one thing. */
class RecoveredStateAssertTest {
    private static final List<String> HEADING = List.of("package", "at the disaster", "after the recovery");

    private final Seen seen = new Seen();

    @Test
    void nothing_changed_is_held_of_what_was_there_and_of_nothing_else() {
        holds(() -> after().nothingChanged("packages"));
        holds(() -> after().nothingIsLost());
        holds(() -> after().metadataIsKept());

        seen.lost(DRAFT);

        fails(() -> after().nothingChanged("packages"), "a | Draft | gone");
        fails(() -> after().nothingIsLost(), DRAFT.objectName());
        holds(() -> after().nothingChanged("catalog"));
    }

    @Test
    void a_table_of_changes_names_each_of_them_and_no_other() {
        seen.lost(DRAFT);

        holds(() -> after().changesAre("packages", List.of(HEADING, List.of("a", "Draft", "gone"))));
        fails(() -> after().changesAre("packages", List.of(HEADING)), "not expected");
        fails(
                () -> after().changesAre(
                                "packages",
                                List.of(HEADING, List.of("a", "Draft", "gone"), List.of("b", "Published", "gone"))),
                "missing");
    }

    @Test
    void counts_are_those_of_one_repository_by_lifecycle() {
        holds(() -> after().countsAre("packages", 1, 0, 1, 0, 1));
        fails(() -> after().countsAre("packages", 1, 0, 2, 0, 1), "packages");
        fails(() -> after().countsAre("catalog", 1, 0, 1, 0, 1), "catalog");
    }

    @Test
    void other_labels_are_other_metadata() {
        seen.holds(Seen.then(PUBLISHED).described(Map.of("team", "blue"), Map.of("note", "mine")));

        fails(() -> after().metadataIsKept(), PUBLISHED.objectName());
    }

    @Test
    void nothing_of_an_earlier_point_is_lost_when_its_revisions_are_still_there_in_a_later_state() {
        seen.lost(DRAFT);
        holds(() -> after().nothingIsLostFrom(RecoveryPoint.P1));

        seen.lost(PUBLISHED);
        fails(() -> after().nothingIsLostFrom(RecoveryPoint.P1), PUBLISHED.objectName());
    }

    @Test
    void a_draft_is_there_with_the_content_of_the_disaster() {
        holds(() -> after().thereAsDraft("a"));
        fails(() -> after().thereAsDraft("b"), "lifecycle of b");

        seen.holds(Seen.then(DRAFT).containing("other"));
        fails(() -> after().thereAsDraft("a"), "content of a");
    }

    @Test
    void published_with_the_metadata_of_a_point_is_more_than_published() {
        holds(() -> after().publishedWithMetadataOf("b", RecoveryPoint.DISASTER));
        fails(() -> after().publishedWithMetadataOf("b", RecoveryPoint.P1), "labels of b");

        seen.holds(Seen.then(PUBLISHED).in(Lifecycle.DELETION_PROPOSED));
        fails(() -> after().publishedWithMetadataOf("b", RecoveryPoint.DISASTER), "lifecycle of b");
    }

    @Test
    void what_is_gone_is_neither_in_the_cache_nor_listed() {
        seen.rows.remove(DRAFT);
        fails(() -> after().gone("a"), DRAFT.objectName());

        seen.lost(DRAFT);
        holds(() -> after().gone("a"));
    }

    @Test
    void what_is_set_aside_is_in_the_cache_and_not_listed() {
        seen.listed.keySet().removeIf(id -> id.repository().equals("catalog"));
        holds(() -> ofFewWords().setAside("catalog"));
        holds(() -> after().notListed("catalog"));
        fails(() -> after().notListed("packages"), DRAFT.objectName());

        seen.rows.remove(ELSEWHERE);
        fails(() -> ofFewWords().setAside("catalog"), "rows of catalog");
    }

    @Test
    void everything_is_set_aside_when_nothing_is_listed_and_nothing_lost() {
        fails(() -> after().everythingSetAside(), "what is listed");

        seen.listed.clear();
        holds(() -> after().everythingSetAside());

        seen.rows.remove(DRAFT);
        fails(() -> after().everythingSetAside(), "rows");
    }

    @Test
    void content_is_that_of_git_when_the_tag_holds_it() {
        GitTag tag = new GitTag("b", 1, "first", "hash-b");
        seen.git("packages", GitState.empty().published(tag), Map.of());
        holds(() -> after().contentIsOfGit("b"));

        seen.holds(Seen.then(PUBLISHED).containing("other"));
        fails(() -> after().contentIsOfGit("b"), "content of b");
    }

    @Test
    void readiness_is_asked_of_every_repository() {
        holds(() -> after().everyRepositoryIsReady());

        seen.repository("catalog", "uid-catalog", false, "its git repository is gone");
        fails(() -> after().everyRepositoryIsReady(), "catalog");
        holds(() -> after().notReadyBecauseOf("catalog", "git repository"));
        holds(() -> after().gitIsUnreadable("catalog", "gone"));
        fails(() -> after().gitIsUnreadable("catalog", "empty"), "empty");
        fails(() -> after().readyAndSaying("catalog", "gone"), "readiness");

        seen.repositories.clear();
        fails(() -> after().everyRepositoryIsReady(), "any Repository");
    }

    @Test
    void nothing_else_changed_leaves_out_the_package_that_was_asked_for() {
        RevisionId asked = new RevisionId("packages", "asked-for", "first");
        seen.holds(RevisionState.draft(asked, "hash"));
        holds(() -> after().nothingElseChanged(asked));

        seen.holds(Seen.then(DRAFT).containing("other"));
        fails(() -> after().nothingElseChanged(asked), DRAFT.objectName());
    }

    private RecoveredStateAssert after() {
        Quarantines quarantines = List::of;
        return of(ScriptedSystem.able(Quarantines.class, quarantines));
    }

    private RecoveredStateAssert ofFewWords() {
        return of(ScriptedSystem.withoutAbilities());
    }

    private RecoveredStateAssert of(ScriptedSystem system) {
        Observation now = seen.observation();
        Claims claims = new Claims(system, new ScenarioRecorder());
        return new RecoveredStateAssert(
                Seen.ledger(), now, new RescueSetAssert(Map.of(), now, claims, Seen.AT), claims);
    }

    private static void holds(ThrowingCallable claim) {
        assertThatCode(claim).doesNotThrowAnyException();
    }

    private static void fails(ThrowingCallable claim, String saying) {
        assertThatThrownBy(claim).isInstanceOf(AssertionError.class).hasMessageContaining(saying);
    }
}
