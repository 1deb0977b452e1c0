package dev.firedrill.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.model.Seed;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeedTest {
    /** The first eight bytes of the SHA-256 of "7/order/1". */
    private static final long FIXED = -1438762708228533562L;

    @Test
    void seeds_share_no_choice_with_their_neighbours() {
        Stream<Seed> derived = LongStream.range(0, 100)
                .boxed()
                .flatMap(seed -> LongStream.range(0, 100).mapToObj(number -> new Seed(seed).derive("order", number)));

        assertThat(derived).doesNotHaveDuplicates();
    }

    @Test
    void a_choice_depends_on_its_name() {
        assertThat(new Seed(7).derive("order", 1)).isNotEqualTo(new Seed(7).derive("history", 1));
    }

    @Test
    void a_choice_stays_what_it_was() {
        assertThat(new Seed(7).derive("order", 1)).isEqualTo(new Seed(7).derive("order", 1));
        assertThat(new Seed(7).derive("order", 1).value()).isEqualTo(FIXED);
    }
}
