package dev.firedrill.proof.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shortest scenario that reaches a line comes first. */
class ReachTest {
    private final Reach reach = new Reach(Map.of(
            "long", SampleMutants.reaching(300, 1, 2),
            "short", SampleMutants.reaching(100, 2),
            "middle", SampleMutants.reaching(200, 1, 2),
            "elsewhere", SampleMutants.reaching(1, 3)));

    @Test
    void scenarios_come_by_their_length_and_only_where_they_reach_the_line() {
        assertThat(reach.scenariosFor(SampleMutants.onLine(2))).containsExactly("short", "middle", "long");
        assertThat(reach.scenariosFor(SampleMutants.onLine(1))).containsExactly("middle", "long");
        assertThat(reach.scenariosFor(SampleMutants.onLine(4))).isEmpty();
    }

    @Test
    void a_line_of_another_class_is_another_line() {
        BytecodeMutant elsewhere =
                new BytecodeMutant("dev.firedrill.recovery.plan.Other", "decide", "()V", 1, 2, "M", "c");

        assertThat(reach.reaches(elsewhere)).isFalse();
        assertThat(reach.reaches(SampleMutants.onLine(3))).isTrue();
    }

    @Test
    void the_longest_scenario_is_known() {
        assertThat(reach.longest()).isEqualTo(Duration.ofMillis(300));
        assertThat(new Reach(Map.of()).longest()).isZero();
    }
}
