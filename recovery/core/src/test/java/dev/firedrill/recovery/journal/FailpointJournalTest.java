package dev.firedrill.recovery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailpointJournalTest {
    private static final long A_WHILE = 200;
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(20);

    private final List<String> recorded = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path directory;

    private FailpointJournal journal(Failpoints failpoints) {
        return new FailpointJournal((what, subject) -> recorded.add(subject), failpoints);
    }

    @Test
    void the_process_halts_right_after_the_step_was_recorded() {
        List<List<String>> atHalt = new ArrayList<>();
        Failpoints failpoints = new Failpoints(OptionalInt.of(2), Optional.empty());
        FailpointJournal journal = new FailpointJournal(
                (what, subject) -> recorded.add(subject), failpoints, () -> atHalt.add(List.copyOf(recorded)));

        journal.step(Step.PASS_STARTED, "first");
        assertThat(atHalt).isEmpty();
        journal.step(Step.PASS_COMPLETED, "second");
        assertThat(atHalt).containsExactly(List.of("first", "second"));
    }

    @Test
    void a_pause_for_good_lets_no_thread_pass_and_no_interruption_ends_it() throws InterruptedException {
        FailpointJournal journal = journal(new Failpoints(OptionalInt.empty(), Optional.of(Step.APPROVAL_PUSHED)));
        Thread paused = thread(() -> journal.step(Step.APPROVAL_PUSHED, "x"));
        paused.join(A_WHILE);
        paused.interrupt();
        Thread other = thread(() -> journal.step(Step.USER_WROTE, "y"));
        other.join(A_WHILE);

        assertThat(paused.isAlive()).isTrue();
        assertThat(other.isAlive()).isTrue();
        assertThat(recorded).containsExactly("x");
    }

    @Test
    void a_pause_after_a_step_ends_when_the_file_is_created_and_not_by_an_interruption()
            throws IOException, InterruptedException {
        Path goOn = directory.resolve("go-on");
        FailpointJournal journal = journal(pauseAfterSecondUntil(goOn));
        Thread working = thread(() -> {
            journal.step(Step.PASS_STARTED, "first");
            journal.step(Step.REVISION_INSERTED, "second");
            journal.step(Step.PASS_COMPLETED, Thread.interrupted() ? "interrupted" : "third");
        });
        working.join(A_WHILE);
        Files.createFile(directory.resolve("another-file"));
        working.interrupt();
        working.join(A_WHILE);
        assertThat(recorded).containsExactly("first", "second");

        Files.createFile(goOn);
        working.join(PATIENCE);
        assertThat(recorded).containsExactly("first", "second", "interrupted");
    }

    @Test
    void a_file_that_is_already_there_lets_the_process_go_on() throws IOException, InterruptedException {
        FailpointJournal journal = journal(pauseAfterSecondUntil(Files.createFile(directory.resolve("go-on"))));
        Thread working = thread(() -> {
            journal.step(Step.PASS_STARTED, "first");
            journal.step(Step.PASS_COMPLETED, "second");
            journal.step(Step.PASS_STARTED, "third");
        });
        working.join(PATIENCE);

        assertThat(recorded).containsExactly("first", "second", "third");
    }

    private static Failpoints pauseAfterSecondUntil(Path file) {
        return new Failpoints(OptionalInt.empty(), Optional.empty(), OptionalInt.of(2), Optional.of(file));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
