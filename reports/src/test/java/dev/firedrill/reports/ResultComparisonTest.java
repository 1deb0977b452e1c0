package dev.firedrill.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.model.LossClass;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.Counts;
import dev.firedrill.reports.result.DisasterReport;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.Loss;
import dev.firedrill.reports.result.LossItem;
import dev.firedrill.reports.result.ScenarioResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResultComparisonTest {
    private static final LossItem DRAFT =
            new LossItem("packages/draft", LossClass.LOST_ALLOWED, "Draft 1a2b", "absent", true, "rule 2");
    private static final ScenarioResult SCENARIO = Samples.disaster("12", "The cache is lost", "@S09")
            .disaster(new DisasterReport("intact", "intact", "lost"))
            .counts(new Counts(0, 0, 8, 0, 11))
            .loss(Loss.of(11, List.of(DRAFT)))
            .build();

    @Test
    void times_and_hashes_of_contents_are_not_compared() {
        ScenarioResult other = SCENARIO.toBuilder()
                .duration(Duration.ofHours(1))
                .loss(Loss.of(
                        11,
                        List.of(new LossItem(
                                DRAFT.object(), DRAFT.lossClass(), "Draft 3c4d", "absent", true, "rule 2"))))
                .build();

        ResultComparison comparison = ResultComparison.of(drill(SCENARIO), drill(other));

        assertThat(comparison.different()).isFalse();
        assertThat(comparison.proved()).isTrue();
        assertThat(comparison.scenarios())
                .containsExactly(new ResultComparison.Scenario(SCENARIO.id(), true, true, List.of()));
    }

    static Stream<Arguments> differences() {
        return Stream.of(
                difference(
                        result -> result.toBuilder().verdict(Verdict.VIOLATED).build(), "verdict: held"),
                difference(
                        result -> result.toBuilder()
                                .disaster(DisasterReport.none())
                                .build(),
                        "disaster: intact/intact/lost"),
                difference(
                        result -> result.toBuilder()
                                .counts(new Counts(1, 0, 8, 0, 11))
                                .build(),
                        "package revisions: 0/0/8/0 +11 in the first, 1/0/8/0 +11"),
                difference(result -> result.toBuilder().counts(null).build(), "never read in the second"),
                difference(
                        result -> result.toBuilder()
                                .loss(Loss.of(10, List.of(DRAFT)))
                                .build(),
                        "kept: 11"),
                difference(
                        result ->
                                result.toBuilder().loss(Loss.of(11, List.of())).build(),
                        "only in the first: packages/draft is lost-allowed, allowed"),
                difference(
                        result -> result.toBuilder()
                                .loss(Loss.of(
                                        11,
                                        List.of(new LossItem(
                                                DRAFT.object(),
                                                LossClass.REVERTED,
                                                "Draft 1a2b",
                                                "Draft",
                                                true,
                                                "rule 2"))))
                                .build(),
                        "only in the second: packages/draft is reverted"));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void what_became_of_a_scenario_is_compared(UnaryOperator<ScenarioResult> change, String difference) {
        ResultComparison comparison = ResultComparison.of(drill(SCENARIO), drill(change.apply(SCENARIO)));

        assertThat(comparison.different()).isTrue();
        assertThat(String.join("; ", comparison.scenarios().get(0).differences()))
                .contains(difference);
    }

    @Test
    void a_scenario_that_only_one_drill_has_is_a_difference_in_either_direction() {
        ScenarioResult more = Samples.disaster("99", "Another", "@S10").build();

        assertThat(ResultComparison.of(drill(SCENARIO), drill(SCENARIO, more)).different())
                .isTrue();
        assertThat(ResultComparison.of(drill(SCENARIO, more), drill(SCENARIO)).different())
                .isTrue();
    }

    @Test
    void what_was_not_proved_is_not_the_same() {
        ScenarioResult unknown =
                SCENARIO.toBuilder().verdict(Verdict.INCONCLUSIVE).build();

        assertThat(ResultComparison.of(drill(unknown), drill(unknown)).proved()).isFalse();
        assertThat(ResultComparison.of(drill(), drill()).proved()).isFalse();
    }

    @Test
    void what_is_inconclusive_is_compared_with_nothing_and_tells_why() {
        ScenarioResult unknown = SCENARIO.toBuilder()
                .verdict(Verdict.INCONCLUSIVE)
                .failure("etcd did not answer")
                .counts(null)
                .build();

        ResultComparison comparison = ResultComparison.of(drill(SCENARIO), drill(unknown));

        assertThat(comparison.scenarios())
                .containsExactly(new ResultComparison.Scenario(
                        SCENARIO.id(),
                        false,
                        true,
                        List.of("verdict: held in the first, inconclusive (etcd did not answer) in the second")));
    }

    private static Arguments difference(UnaryOperator<ScenarioResult> change, String words) {
        return Arguments.of(change, words);
    }

    private static DrillResult drill(ScenarioResult... scenarios) {
        return DrillResult.builder("drill", Samples.START, Samples.environment())
                .scenarios(Arrays.asList(scenarios))
                .build();
    }
}
