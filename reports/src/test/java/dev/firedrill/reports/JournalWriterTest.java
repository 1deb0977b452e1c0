package dev.firedrill.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalWriterTest {
    private static final JournalEvent EVENT = new JournalEvent("f:1", "fault", "git", "Git is cut off");

    @TempDir
    Path out;

    @Test
    void an_event_is_one_line_with_its_keys_in_order() throws IOException {
        try (JournalWriter journal = open()) {
            journal.write(new JournalEvent("f:1", "fault", "git", "cut\noff", Map.of("lasted", Duration.ofSeconds(3))));
        }

        assertThat(lines())
                .containsExactly("{\"at\":\"2026-11-21T03:00:00Z\",\"seq\":1,\"drill\":\"d\",\"scenario\":\"f:1\","
                        + "\"kind\":\"fault\",\"store\":\"git\",\"what\":\"cut\\noff\",\"lasted\":\"PT3S\"}");
    }

    @Test
    void a_line_is_on_disk_before_the_journal_is_closed() throws IOException {
        try (JournalWriter journal = open()) {
            journal.write(EVENT);

            assertThat(lines()).hasSize(1);
        }
    }

    @Test
    void lines_of_many_threads_stay_whole_and_in_order() throws IOException {
        try (JournalWriter journal = open()) {
            IntStream.range(0, 400).parallel().forEach(i -> journal.write(EVENT));
        }

        assertThat(lines())
                .extracting(line -> json(line).path("seq").asInt())
                .isEqualTo(IntStream.rangeClosed(1, 400).boxed().toList());
    }

    @Test
    void a_journal_that_a_killed_drill_left_torn_is_continued_on_a_line_of_its_own() throws IOException {
        Files.writeString(out.resolve(JournalWriter.NAME), "{\"seq\":1}\n{\"seq\":2,\"wh");

        try (JournalWriter journal = open()) {
            journal.write(EVENT);
        }

        assertThat(lines()).hasSize(3).startsWith("{\"seq\":1}", "{\"seq\":2,\"wh");
        assertThat(json(lines().get(2)).path("seq").asInt()).isEqualTo(3);
    }

    @Test
    void no_secret_gets_into_a_line() throws IOException {
        try (JournalWriter journal = JournalWriter.open(out, "d", clock(), Redactor.of("correct-horse"))) {
            journal.write(new JournalEvent(
                    "f:1",
                    "connect",
                    "git",
                    "as u:correct-horse",
                    Map.of("url", "http://u:correct-horse@h", "token", 1)));
        }

        assertThat(Files.readString(out.resolve(JournalWriter.NAME)))
                .contains("\"token\":\"[redacted]\"")
                .doesNotContain("horse");
    }

    @Test
    void a_fact_cannot_take_the_name_of_a_key_of_the_journal() {
        assertThatThrownBy(() -> new JournalEvent("", "k", "", "w", Map.of("seq", 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_folder_that_cannot_be_made_is_told_in_one_sentence() throws IOException {
        Path file = Files.createFile(out.resolve("file"));

        assertThatThrownBy(() -> JournalWriter.open(file, "d", clock(), new Redactor()))
                .isInstanceOf(ResultsNotWritten.class)
                .hasMessageContaining("a file stands where a folder is needed")
                .hasMessageContaining("--out");
    }

    @Test
    void a_full_disk_is_told_in_one_sentence() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "a device that is always full");
        Files.createSymbolicLink(out.resolve(JournalWriter.NAME), Path.of("/dev/full"));

        try (JournalWriter journal = open()) {
            assertThatThrownBy(() -> journal.write(EVENT))
                    .isInstanceOf(ResultsNotWritten.class)
                    .hasMessageContaining("No space left on device");
        }
        Files.delete(out.resolve(JournalWriter.NAME));
    }

    private JournalWriter open() {
        return JournalWriter.open(out, "d", clock(), new Redactor());
    }

    private static Clock clock() {
        return Clock.fixed(Samples.START, ZoneOffset.UTC);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(out.resolve(JournalWriter.NAME));
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
