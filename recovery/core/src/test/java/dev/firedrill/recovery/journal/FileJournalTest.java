package dev.firedrill.recovery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    Path directory;

    @Test
    void each_step_is_a_line_after_those_of_earlier_processes() throws IOException {
        Path file = directory.resolve("journal.ndjson");
        for (int process = 0; process < 2; process++) {
            try (FileJournal journal = FileJournal.open(file, CLOCK)) {
                journal.step(Step.PASS_STARTED, "ns");
                journal.step(Step.REVISION_INSERTED, "r1.\"odd\"\nname");
            }
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .isEqualTo("{\"n\":1,\"at\":\"2026-01-02T03:04:05Z\",\"step\":\"pass.started\",\"subject\":\"ns\"}");
        assertThat(Json.parse(lines.get(3)).path("subject").asText()).isEqualTo("r1.\"odd\"\nname");
        assertThat(Json.parse(lines.get(3)).path("n").asInt()).isEqualTo(2);
    }

    @Test
    void a_file_that_cannot_be_written_is_named() {
        Path file = directory.resolve("missing").resolve("journal.ndjson");

        assertThatThrownBy(() -> FileJournal.open(file, CLOCK))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void steps_are_known_by_their_names() {
        for (Step step : Step.values()) {
            assertThat(Step.of(step.text())).isEqualTo(step);
        }
        assertThatThrownBy(() -> Step.of("none")).isInstanceOf(IllegalArgumentException.class);
    }
}
