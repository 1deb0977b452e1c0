package dev.firedrill.scenarios.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.environments.role.system.CrashPoints;
import dev.firedrill.environments.role.system.MissingAbility;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Verdict;
import dev.firedrill.scenarios.ScriptedSystem;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenarioOutcomeTest {
    private static final Result PASSED = new Result(Status.PASSED, Duration.ZERO, null);

    private final ScenarioRecorder recorder = new ScenarioRecorder();

    @Test
    void a_scenario_whose_steps_passed_is_held_unless_the_judge_says_otherwise() {
        assertThat(outcome(PASSED).verdict()).isEqualTo(Verdict.HELD);

        recorder.judge(Verdict.VIOLATED, "p is gone");

        assertThat(outcome(PASSED).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(outcome(PASSED).failure()).isEqualTo("p is gone");
    }

    @Test
    void a_claim_that_does_not_hold_is_a_violation_and_a_broken_laboratory_proves_nothing() {
        assertThat(outcome(failed(new AssertionError("no"))).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(outcome(failed(new EnvironmentFailure("no"))).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome(failed(new IllegalStateException("no"))).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void a_step_that_needs_what_the_system_lacks_makes_the_scenario_not_applicable() {
        MissingAbility missing =
                new MissingAbility(ScriptedSystem.withoutAbilities().product(), CrashPoints.class);
        recorder.notApplicable(missing);

        ScenarioOutcome outcome = outcome(failed(missing));

        assertThat(outcome.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(outcome.failure()).isEqualTo(missing.getMessage());
    }

    @Test
    void a_claim_that_was_not_made_is_not_held_and_hides_no_violation() {
        recorder.notClaimed("it names r", "quarantines");

        assertThat(outcome(PASSED).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(outcome(failed(new AssertionError("rows differ"))).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(outcome(failed(new AssertionError("rows differ"))).failure())
                .startsWith("rows differ")
                .contains("not claimed: it names r");
    }

    private ScenarioOutcome outcome(Result steps) {
        return ScenarioOutcome.of(steps, Optional.of(recorder));
    }

    private static Result failed(Throwable error) {
        return new Result(Status.FAILED, Duration.ZERO, error);
    }
}
