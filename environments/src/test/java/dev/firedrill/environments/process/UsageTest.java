package dev.firedrill.environments.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UsageTest {
    @Test
    void the_reason_before_the_usage_stays() {
        assertThat(Usage.without(List.of(
                        "restoring",
                        "Error: unknown flag: --data-dir",
                        "Usage:",
                        "  etcdctl snapshot [command]",
                        "",
                        "Flags:",
                        "  -h, --help")))
                .containsExactly("restoring", "Error: unknown flag: --data-dir");
    }

    @Test
    void the_reason_after_the_usage_stays() {
        assertThat(Usage.without(List.of("Usage:", "  tool [flags]", "error: unknown flag: --x")))
                .containsExactly("error: unknown flag: --x");
    }

    @Test
    void a_log_of_nothing_but_usage_stays() {
        assertThat(Usage.without(List.of("Usage:", "  tool [flags]"))).containsExactly("Usage:", "  tool [flags]");
    }
}
