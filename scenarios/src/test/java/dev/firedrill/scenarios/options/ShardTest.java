package dev.firedrill.scenarios.options;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    @Test
    void a_part_is_written_as_a_fraction() {
        assertThat(Shard.parse("2/5")).contains(new Shard(2, 5));
        assertThat(Shard.parse("1/1")).contains(Shard.ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/3", "4/3", "1", "1/0", "-1/2", "a/b", "1/2/3", "", "99999/99999"})
    void what_is_no_part_is_refused(String text) {
        assertThat(Shard.parse(text)).isEmpty();
    }
}
