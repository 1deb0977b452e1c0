package dev.firedrill.environments.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UsageTest {
    @Test
    void theReasonBeforeTheUsageStays() {
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
    void theReasonAfterTheUsageStays() {
        assertThat(Usage.without(List.of("Usage:", "  tool [flags]", "error: unknown flag: --x")))
                .containsExactly("error: unknown flag: --x");
    }

    @Test
    void aLogOfNothingButUsageStays() {
        assertThat(Usage.without(List.of("Usage:", "  tool [flags]"))).containsExactly("Usage:", "  tool [flags]");
    }
}
