package dev.firedrill.scenarios.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.DisasterReport;
import dev.firedrill.reports.result.RecoveryPointObjective;
import dev.firedrill.reports.result.RecoveryTimeObjective;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.reports.result.StepResult;
import dev.firedrill.reports.result.StepStatus;
import dev.firedrill.scenarios.options.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndingTest {
    private static final Promise MINUTE = Promise.parse("rpo=1m,rto=1m");

    @Test
    void a_recovery_that_is_slower_than_promised_is_violated_and_says_so() {
        ScenarioResult late = end(Verdict.HELD, Duration.ofSeconds(90), Duration.ofSeconds(2), MINUTE);

        assertThat(late.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(late.failure())
                .isEqualTo("the promise is broken: the recovery took 1m30s, and at most 1m was promised (RTO)");
        assertThat(late.rto().total()).isEqualTo(Duration.ofSeconds(90));
        assertThat(late.rto().reached()).isTrue();
    }

    @Test
    void more_work_lost_than_promised_is_violated() {
        ScenarioResult lost = end(Verdict.HELD, Duration.ofSeconds(9), Duration.ofMinutes(2), MINUTE);

        assertThat(lost.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(lost.failure()).contains("the promise is broken", "2m", "(RPO)");
        assertThat(lost.rpo().promised()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void without_a_promise_nothing_is_promised_however_long_it_takes() {
        ScenarioResult slow = end(Verdict.HELD, Duration.ofHours(9), Duration.ofHours(9), Promise.NONE);

        assertThat(slow.verdict()).isEqualTo(Verdict.HELD);
        assertThat(slow.rto().promised()).isNull();
        assertThat(slow.rpo().promised()).isNull();
    }

    @Test
    void the_time_of_a_violated_recovery_is_not_reached_and_breaks_the_promise() {
        ScenarioResult violated = end(Verdict.VIOLATED, Duration.ofSeconds(1), Duration.ZERO, MINUTE);

        assertThat(violated.rto().total()).isNull();
        assertThat(violated.rto().reached()).isFalse();
        assertThat(violated.failure()).startsWith("something is wrong").contains("not reached");
    }

    @Test
    void what_is_not_proved_breaks_no_promise() {
        ScenarioResult unknown = end(Verdict.INCONCLUSIVE, Duration.ofHours(9), Duration.ofHours(9), MINUTE);

        assertThat(unknown.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void what_does_not_apply_keeps_or_breaks_a_promise_only_by_what_was_measured() {
        ScenarioResult unmeasured = new Ending(seen(Verdict.NOT_APPLICABLE, DisasterReport.none()), MINUTE).result();
        ScenarioResult late = end(Verdict.NOT_APPLICABLE, Duration.ofHours(9), Duration.ZERO, MINUTE);

        assertThat(unmeasured.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(unmeasured.failure()).isEqualTo("something is wrong");
        assertThat(late.verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void where_no_store_met_a_fate_the_scenarios_own_words_tell_what_was_done() {
        ScenarioResult spared = seen(Verdict.HELD, DisasterReport.none());
        ScenarioResult lost = seen(Verdict.HELD, new DisasterReport("lost", "intact", "intact"));

        assertThat(new Ending(spared, Promise.NONE).result().disaster().done())
                .containsExactly("the orchestrator is killed", "started again");
        assertThat(new Ending(lost, Promise.NONE).result().disaster().done()).isEmpty();
    }

    private static ScenarioResult end(Verdict verdict, Duration rto, Duration rpo, Promise promise) {
        ScenarioResult seen = seen(verdict, DisasterReport.none()).toBuilder()
                .rto(new RecoveryTimeObjective(null, rto, Map.of()))
                .rpo(new RecoveryPointObjective(null, null, rpo, null, null, null))
                .build();
        return new Ending(seen, promise).result();
    }

    private static ScenarioResult seen(Verdict verdict, DisasterReport disaster) {
        return ScenarioResult.builder("features/a.feature#A", "F", "A")
                .verdict(verdict)
                .failure(verdict == Verdict.HELD ? null : "something is wrong")
                .disaster(disaster)
                .steps(List.of(
                        step("Given ", "the history", StepStatus.PASSED),
                        step("When ", "the orchestrator is killed", StepStatus.PASSED),
                        step("And ", "started again", StepStatus.FAILED),
                        step("And ", "killed once more", StepStatus.SKIPPED),
                        step("Then ", "all is well", StepStatus.SKIPPED)))
                .build();
    }

    private static StepResult step(String keyword, String text, StepStatus status) {
        return new StepResult(keyword, text, status, null, null);
    }
}
