package dev.firedrill.scenarios.assertion;

import static dev.firedrill.scenarios.assertion.Seen.DRAFT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.environments.role.system.Rescues;
import dev.firedrill.model.Verdict;
import dev.firedrill.oracle.snapshot.Snapshot;
import dev.firedrill.oracle.snapshot.Subject;
import dev.firedrill.scenarios.ScriptedSystem;
import dev.firedrill.scenarios.recording.Claims;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.workload.world.Content;
import dev.firedrill.workload.world.RevisionState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The cache had one draft, and has it no longer. */
class RescueSetAssertTest {
    private static final Content FILES = Content.of(Map.of("Kptfile", "written"));
    private static final RevisionState HAD = RevisionState.draft(DRAFT, FILES.hash());

    private final ScenarioRecorder recorder = new ScenarioRecorder();
    private final Seen seen = new Seen();

    @Test
    void what_was_given_up_is_in_a_set_as_it_was() {
        seen.lost(DRAFT);
        lies("written");

        assertThatCode(() -> of(shown("written")).holdsWhatWasGivenUp()).doesNotThrowAnyException();
        assertThatCode(() -> of(shown("written")).holds(DRAFT)).doesNotThrowAnyException();
    }

    @Test
    void a_set_that_holds_another_content_holds_it_not_as_it_was() {
        seen.lost(DRAFT);
        lies("emptied");

        assertThatThrownBy(() -> of(shown("emptied")).holdsWhatWasGivenUp())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no rescue set holds as it was");
    }

    @Test
    void a_set_that_is_missing_holds_nothing() {
        seen.lost(DRAFT);

        assertThatThrownBy(() -> of(Optional.empty()).holdsWhatWasGivenUp())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(DRAFT.objectName());
    }

    @Test
    void what_an_operator_is_shown_has_to_be_what_the_tables_hold() {
        seen.lost(DRAFT);
        lies("written");

        assertThatThrownBy(() -> of(shown("something else")).holdsWhatWasGivenUp())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("rescue show");
    }

    @Test
    void of_a_cache_that_gave_nothing_up_nothing_can_be_claimed() {
        seen.holds(HAD);

        assertThatThrownBy(() -> of(Optional.empty()).holdsWhatWasGivenUp())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("gave something up");
    }

    @Test
    void of_a_system_that_keeps_nothing_it_is_not_claimed() {
        seen.lost(DRAFT);
        Claims claims = new Claims(ScriptedSystem.withoutAbilities(), recorder);

        new RescueSetAssert(Map.of(DRAFT, HAD), seen.observation(), claims, Seen.AT).holdsWhatWasGivenUp();

        assertThat(recorder.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(recorder.fault()).hasValueSatisfying(why -> assertThat(why).contains("rescues"));
    }

    private void lies(String file) {
        seen.facts = Snapshot.builder()
                .addAll(
                        Subject.row("firedrill_rescue.revisions", "ns", "1"),
                        Map.of(
                                "set_id",
                                "set",
                                "k8s_name",
                                DRAFT.objectName(),
                                "lifecycle",
                                "Draft",
                                "revision",
                                "0",
                                "resources.Kptfile",
                                file))
                .build();
    }

    private static Optional<Rescues.Rescued> shown(String file) {
        return Optional.of(new Rescues.Rescued(
                DRAFT.objectName(),
                "Draft",
                0,
                ContentHash.of(Content.of(Map.of("Kptfile", file))),
                new TreeMap<>(),
                new TreeMap<>(),
                Map.of()));
    }

    private RescueSetAssert of(Optional<Rescues.Rescued> shown) {
        ScriptedSystem system = ScriptedSystem.able(Rescues.class, new OneSet(shown));
        return new RescueSetAssert(Map.of(DRAFT, HAD), seen.observation(), new Claims(system, recorder), Seen.AT);
    }

    /** One set, and what an operator is shown of it. */
    private record OneSet(Optional<Rescued> shown) implements Rescues {
        @Override
        public List<String> sets(Instant since) {
            return shown.isPresent() ? List.of("set") : List.of();
        }

        @Override
        public List<Rescued> show(String set) {
            return shown.stream().toList();
        }

        @Override
        public List<Returned> restore(String set) {
            throw new IllegalStateException("nobody restores here");
        }

        @Override
        public Optional<String> refusalToRestore(String set) {
            throw new IllegalStateException("nobody restores here");
        }
    }
}
