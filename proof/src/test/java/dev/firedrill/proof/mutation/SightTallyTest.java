package dev.firedrill.proof.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The percentages are of what nobody explained, and the report names every survivor. */
class SightTallyTest {
    private final SightTally tally = new SightTally(
            "build",
            7,
            100,
            60,
            12,
            List.of(
                    SampleMutants.tried(SampleMutants.onLine(1), MutantFate.CAUGHT),
                    SampleMutants.tried(SampleMutants.onLine(2), MutantFate.CAUGHT),
                    SampleMutants.tried(SampleMutants.onLine(3), MutantFate.BROKEN),
                    SampleMutants.tried(SampleMutants.onLine(4), MutantFate.EXPLAINED),
                    SampleMutants.tried(SampleMutants.onLine(5), MutantFate.CONFORMANCE),
                    SampleMutants.tried(SampleMutants.onLine(6), MutantFate.SURVIVED)));

    @Test
    void what_is_explained_counts_neither_for_nor_against_the_drill() {
        assertThat(tally.notHeld()).isEqualTo(60);
        assertThat(tally.violated()).isEqualTo(40);
        assertThat(tally.notReached()).isEqualTo(40);
    }

    @Test
    void a_sample_in_which_everything_is_explained_has_nothing_against_it() {
        SightTally explained = new SightTally(
                "build", 7, 100, 60, 12, List.of(SampleMutants.tried(SampleMutants.onLine(4), MutantFate.EXPLAINED)));

        assertThat(explained.notHeld()).isEqualTo(100);
    }

    @Test
    void the_report_names_a_survivor_with_its_line_and_its_change() {
        assertThat(SightReport.markdown(tally))
                .contains("## Survived\n")
                .contains("| Rules.decide:6 | VoidMethodCallMutator | removed call to act | `act();` |")
                .contains("12 scenarios")
                .contains("seed 7");
    }
}
