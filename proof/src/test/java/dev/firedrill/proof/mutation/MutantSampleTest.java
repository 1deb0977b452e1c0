package dev.firedrill.proof.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Only what a scenario reaches is drawn, the same for the same seed. */
class MutantSampleTest {
    private final List<BytecodeMutant> all = SampleMutants.onLines(1, 20);
    private final Reach reach = new Reach(
            Map.of("a", SampleMutants.reaching(10, 1, 2, 3, 4, 5, 6), "b", SampleMutants.reaching(10, 6, 7, 8, 9, 10)));

    @Test
    void draws_nothing_that_no_scenario_reaches() {
        MutantSample sample = MutantSample.draw(all, reach, 100, 7);

        assertThat(sample.drawn()).containsExactlyInAnyOrderElementsOf(SampleMutants.onLines(1, 10));
        assertThat(sample.reached()).isEqualTo(10);
        assertThat(sample.all()).isEqualTo(20);
    }

    @Test
    void a_seed_draws_the_same_again_and_another_seed_something_else() {
        List<BytecodeMutant> once = MutantSample.draw(all, reach, 5, 7).drawn();

        assertThat(MutantSample.draw(all, reach, 5, 7).drawn()).isEqualTo(once).hasSize(5);
        assertThat(MutantSample.draw(all, reach, 5, 8).drawn()).isNotEqualTo(once);
    }

    @Test
    void a_larger_sample_begins_with_the_smaller_one() {
        assertThat(MutantSample.draw(all, reach, 8, 7).drawn())
                .startsWith(MutantSample.draw(all, reach, 3, 7).drawn().toArray(BytecodeMutant[]::new));
    }
}
