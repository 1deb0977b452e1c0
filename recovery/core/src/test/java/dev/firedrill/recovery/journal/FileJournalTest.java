package dev.firedrill.recovery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    Path directory;

    @Test
    void writesALineForEachStepAndAddsToWhatIsThere() throws IOException {
        Path file = directory.resolve("journal.ndjson");
        for (int process = 0; process < 2; process++) {
            try (FileJournal journal = FileJournal.open(Optional.of(file), Failpoints.none(), CLOCK)) {
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
    void haltsRightAfterTheStep() throws IOException {
        Path file = directory.resolve("journal.ndjson");
        AtomicInteger linesAtHalt = new AtomicInteger();
        Failpoints failpoints = new Failpoints(OptionalInt.of(2), Optional.empty());
        Runnable halt = () -> {
            try {
                linesAtHalt.set(Files.readAllLines(file).size());
            } catch (IOException e) {
                linesAtHalt.set(-1);
            }
        };
        try (FileJournal journal = FileJournal.open(Optional.of(file), failpoints, CLOCK, halt)) {
            journal.step(Step.PASS_STARTED, "ns");
            assertThat(linesAtHalt).hasValue(0);
            journal.step(Step.PASS_COMPLETED, "ns");
            assertThat(linesAtHalt).hasValue(2);
        }
    }

    @Test
    void pausesForEverAndLetsNobodyPass() throws IOException, InterruptedException {
        Path file = directory.resolve("journal.ndjson");
        Failpoints failpoints = new Failpoints(OptionalInt.empty(), Optional.of(Step.APPROVAL_PUSHED));
        FileJournal journal = FileJournal.open(Optional.of(file), failpoints, CLOCK);
        Thread paused = thread(() -> journal.step(Step.APPROVAL_PUSHED, "x"));
        paused.join(TimeUnit.MILLISECONDS.toMillis(200));
        Thread other = thread(() -> journal.step(Step.USER_WROTE, "y"));
        other.join(TimeUnit.MILLISECONDS.toMillis(100));

        assertThat(paused.isAlive()).isTrue();
        assertThat(other.isAlive()).isTrue();
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void pausesAfterAStepUntilAFileIsThere() throws IOException, InterruptedException {
        Path file = directory.resolve("journal.ndjson");
        Path goOn = directory.resolve("go-on");
        Failpoints failpoints =
                new Failpoints(OptionalInt.empty(), Optional.empty(), OptionalInt.of(2), Optional.of(goOn));
        try (FileJournal journal = FileJournal.open(Optional.of(file), failpoints, CLOCK)) {
            Thread working = thread(() -> {
                journal.step(Step.PASS_STARTED, "ns");
                journal.step(Step.REVISION_INSERTED, "x");
                journal.step(Step.PASS_COMPLETED, "ns");
            });
            working.join(TimeUnit.MILLISECONDS.toMillis(300));
            assertThat(working.isAlive()).isTrue();
            assertThat(Files.readAllLines(file)).hasSize(2);

            Files.createFile(goOn);
            working.join(TimeUnit.SECONDS.toMillis(10));
            assertThat(Files.readAllLines(file)).hasSize(3);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Test
    void knowsItsStepsByName() {
        for (Step step : Step.values()) {
            assertThat(Step.of(step.text())).isEqualTo(step);
        }
        assertThatThrownBy(() -> Step.of("none")).isInstanceOf(IllegalArgumentException.class);
    }
}
