package dev.firedrill.scenarios.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.environments.role.system.CrashPoints;
import dev.firedrill.environments.role.system.MissingAbility;
import dev.firedrill.environments.role.system.PushesDrafts;
import dev.firedrill.environments.role.system.Quarantines;
import dev.firedrill.environments.role.system.StartOptions;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.NotClaimed;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.scenarios.ScriptedSystem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private final ScenarioRecorder recorder = new ScenarioRecorder();
    private final Claims ofNothing = new Claims(ScriptedSystem.withoutAbilities(), recorder);

    @Test
    void what_cannot_go_on_without_an_ability_says_which_system_lacks_which() {
        assertThatThrownBy(() -> ofNothing.need(CrashPoints.class))
                .isInstanceOf(MissingAbility.class)
                .hasMessage("This does not apply to Porch 1.6.0, which lacks the ability 'crash points'");
        assertThat(recorder.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void an_ability_that_is_there_is_used_and_judged() {
        PushesDrafts pushes = () -> StartOptions.of("--push");
        Claims claims = new Claims(ScriptedSystem.able(PushesDrafts.class, pushes), recorder);
        List<String> asked = new ArrayList<>();

        claims.where(
                PushesDrafts.class,
                "it pushes",
                ability -> asked.addAll(ability.pushingDrafts().words()));

        assertThat(claims.need(PushesDrafts.class)).isSameAs(pushes);
        assertThat(asked).containsExactly("--push");
        assertThat(recorder.verdict()).isEqualTo(Verdict.HELD);
        assertThat(result().notClaimed()).isEmpty();
    }

    @Test
    void a_claim_without_its_ability_is_listed_and_never_held() {
        ofNothing.where(Quarantines.class, "it names r", ability -> {
            throw new AssertionError("it was claimed");
        });

        assertThat(recorder.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(result().notClaimed()).containsExactly(new NotClaimed("it names r", "quarantines"));
        assertThat(recorder.fault()).hasValueSatisfying(why -> assertThat(why).contains("it names r", "quarantines"));
    }

    @Test
    void what_is_violated_besides_stays_violated() {
        ofNothing.where(Quarantines.class, "it names r", ability -> {});
        recorder.judge(Verdict.VIOLATED, "p is gone");

        assertThat(recorder.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(recorder.fault()).hasValueSatisfying(why -> assertThat(why).contains("p is gone", "it names r"));
    }

    @Test
    void nobody_looks_into_what_does_not_apply_unless_something_else_is_wrong() {
        ofNothing.where(Quarantines.class, "it names r", ability -> {});
        assertThat(recorder.wantsEvidence(false)).isFalse();
        assertThat(recorder.wantsEvidence(true)).isTrue();

        assertThatThrownBy(() -> ofNothing.need(CrashPoints.class)).isInstanceOf(MissingAbility.class);
        assertThat(recorder.wantsEvidence(true)).isFalse();

        recorder.judge(Verdict.INCONCLUSIVE, "the environment broke");
        assertThat(recorder.wantsEvidence(false)).isTrue();
    }

    private ScenarioResult result() {
        return recorder.addTo(ScenarioResult.builder("features/a.feature#A", "F", "A"))
                .build();
    }
}
