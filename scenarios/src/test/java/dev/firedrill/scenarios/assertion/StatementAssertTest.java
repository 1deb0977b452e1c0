package dev.firedrill.scenarios.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.environments.role.system.Consents;
import dev.firedrill.environments.role.system.Quarantines;
import dev.firedrill.environments.role.system.StartOptions;
import dev.firedrill.model.SystemStatement;
import dev.firedrill.model.SystemStatement.Quarantined;
import dev.firedrill.model.SystemStatement.Removal;
import dev.firedrill.model.Verdict;
import dev.firedrill.scenarios.ScriptedSystem;
import dev.firedrill.scenarios.recording.Claims;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementAssertTest {
    private final ScenarioRecorder recorder = new ScenarioRecorder();

    @Test
    void what_is_set_aside_has_to_be_named() {
        Quarantines quarantines = List::of;
        ScriptedSystem able = ScriptedSystem.able(Quarantines.class, quarantines);

        assertThatCode(() -> of(able, saying("r")).namesAsQuarantined("r")).doesNotThrowAnyException();
        assertThatThrownBy(() -> of(able, saying("other")).namesAsQuarantined("r"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("'r'");
        assertThat(recorder.verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void a_removal_that_awaits_confirmation_has_to_be_named() {
        ScriptedSystem able = new ScriptedSystem(Map.of(Consents.class, new NeverAsked()));

        assertThatCode(() -> of(able, saying("r")).namesAsAwaiting("r")).doesNotThrowAnyException();
        assertThatThrownBy(() -> of(able, saying("other")).namesAsAwaiting("r"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("'r'");
    }

    @Test
    void of_a_system_without_the_words_neither_is_claimed() {
        StatementAssert mute = of(ScriptedSystem.withoutAbilities(), Optional.empty());

        mute.namesAsQuarantined("r");
        mute.namesAsAwaiting("r");

        assertThat(recorder.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(recorder.fault()).hasValueSatisfying(why -> assertThat(why).contains("quarantines", "consents"));
    }

    private StatementAssert of(ScriptedSystem system, Optional<SystemStatement> said) {
        Seen seen = new Seen();
        seen.said = said;
        return new StatementAssert(seen.observation(), new Claims(system, recorder));
    }

    private static Optional<SystemStatement> saying(String repository) {
        return Optional.of(new SystemStatement(
                List.of(),
                List.of(),
                Optional.of(List.of(new Quarantined(repository, 1))),
                Optional.of(List.of(new Removal(repository, "token", 1))),
                Optional.empty()));
    }

    /** A system that would ask, and is not answered here. */
    private static final class NeverAsked implements Consents {
        @Override
        public Answer confirm(List<Removal> removals, StartOptions options) {
            throw new IllegalStateException("nobody confirms here");
        }

        @Override
        public boolean isComplete(Answer confirmation) {
            throw new IllegalStateException("nobody confirms here");
        }

        @Override
        public Answer closeWindow() {
            throw new IllegalStateException("nobody closes the window here");
        }
    }
}
