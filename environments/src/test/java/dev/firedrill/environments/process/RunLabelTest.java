package dev.firedrill.environments.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunLabelTest {
    private static final RunLabel SELF = RunLabel.ofThisJvm();

    @Test
    void what_was_written_is_read_back() {
        assertThat(RunLabel.parse(SELF.toString())).contains(SELF);
        assertThat(SELF.asMap()).containsOnlyKeys(RunLabel.KEY);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "host", "host/1", "host/1/2/3", "host/-1/2", "host/x/2", "host/1/99999999999999999999"})
    void what_is_not_ours_is_nobodys(String text) {
        assertThat(RunLabel.parse(text)).isEmpty();
    }

    @Test
    void a_running_harness_is_not_dead() {
        assertThat(SELF.dead()).isFalse();
    }

    @Test
    void a_process_that_is_gone_or_another_one_by_now_is_dead() {
        assertThat(new RunLabel(SELF.host(), Long.MAX_VALUE, 1).dead()).isTrue();
        assertThat(new RunLabel(SELF.host(), SELF.pid(), SELF.started() - 100).dead())
                .isTrue();
    }

    @Test
    void nothing_is_known_of_other_machines() {
        assertThat(new RunLabel("elsewhere.example", Long.MAX_VALUE, 1).dead()).isFalse();
    }
}
