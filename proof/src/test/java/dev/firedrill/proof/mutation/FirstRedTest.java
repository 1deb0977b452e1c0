package dev.firedrill.proof.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.ScenarioResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

/** Scenarios run until one is red, and the red that counts is the first in their order. */
class FirstRedTest {
    private final Set<String> ran = new ConcurrentSkipListSet<>();

    @Test
    void scenarios_after_a_red_do_not_run() {
        assertThat(of(1, "b").of(List.of("a", "b", "c")).map(ScenarioResult::id))
                .contains("b");
        assertThat(ran).containsExactly("a", "b");
    }

    @Test
    void all_run_where_none_is_red() {
        assertThat(of(2, "none").of(List.of("a", "b", "c", "d"))).isEmpty();
        assertThat(ran).containsExactly("a", "b", "c", "d");
    }

    @Test
    void of_two_reds_side_by_side_the_earlier_counts() {
        assertThat(of(2, "ab").of(List.of("a", "b", "c")).map(ScenarioResult::id))
                .contains("a");
    }

    @Test
    void what_came_to_no_end_is_no_verdict() {
        FirstRed broken = new FirstRed(2, (scenario, place) -> {
            throw new EnvironmentFailure("no stores");
        });

        assertThatThrownBy(() -> broken.of(List.of("a"))).isInstanceOf(EnvironmentFailure.class);
    }

    private FirstRed of(int atATime, String red) {
        return new FirstRed(atATime, (scenario, place) -> {
            ran.add(scenario);
            return result(scenario, red.contains(scenario) ? Verdict.VIOLATED : Verdict.HELD);
        });
    }

    private static ScenarioResult result(String id, Verdict verdict) {
        return ScenarioResult.builder(id, "Feature", id)
                .verdict(verdict)
                .startedAt(Instant.EPOCH)
                .duration(Duration.ZERO)
                .build();
    }
}
