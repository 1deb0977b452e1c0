package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A drill as a process among others: how it ends, what it leaves, and that it gets along with a second one. */
@Isolated
class DrillLifeIT {
    private static final String FEATURE = "features/disasters/3-restart.feature";

    @TempDir
    Path folder;

    private RunningDrill drill;

    @AfterEach
    void end() {
        if (drill != null) {
            drill.kill();
        }
    }

    @Test
    void stopped_by_its_user_it_ends_with_130_and_leaves_nothing() throws Exception {
        drill = RunningDrill.start(folder, "stopped", FEATURE);
        drill.awaitOrchestrator();

        drill.interrupt();

        assertThat(drill.exitCode()).as(drill.output()).isEqualTo(130);
        assertThat(drill.output()).contains("stopping", "nothing is left running");
        assertThat(folder.resolve("stopped/result.json"))
                .content()
                .contains("\"verdict\" : \"inconclusive\"")
                .containsPattern("\"scenarios\" : \\[\\s*]");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void a_store_that_ends_by_itself_makes_one_scenario_inconclusive_and_the_others_go_on_without_it()
            throws Exception {
        drill = RunningDrill.start(folder, "bereft", FEATURE);
        drill.awaitOrchestrator();

        drill.killDatabase();

        assertThat(drill.exitCode()).as(drill.output()).isEqualTo(2);
        assertThat(drill.output())
                .containsOnlyOnce("] ? ")
                .containsPattern("package-cache-\\d+ ended by itself with code 137")
                .contains("] ✓ ");
        assertThat(evidence("bereft")).contains("ledger.ndjson", "orchestrator.log", "journal.ndjson");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void killed_it_leaves_nothing_and_the_next_two_share_the_machine() throws Exception {
        drill = RunningDrill.start(folder, "killed", FEATURE);
        drill.awaitOrchestrator();

        drill.kill();

        // What happened until then is written down, and the drill has no chance to add to it.
        assertThat(Files.readAllLines(folder.resolve("killed/journal.ndjson")))
                .anyMatch(line -> line.contains("\"kind\":\"started\""))
                .anyMatch(line -> line.contains("\"kind\":\"step\"") && line.contains("\"state\":\"begins\""));
        Wait.until(
                "everything of a killed drill to be gone",
                Patience.START,
                () -> leftovers().isEmpty());
        try (RunningDrill one = RunningDrill.start(folder, "one", FEATURE);
                RunningDrill other = RunningDrill.start(folder, "other", FEATURE)) {
            assertThat(one.exitCode()).as(one.output()).isZero();
            assertThat(other.exitCode()).as(other.output()).isZero();
        }
        assertThat(leftovers()).isEmpty();
    }

    /** The names of the files that a drill kept of what went wrong. */
    private List<String> evidence(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(name).resolve("evidence"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Files below the drills' temporary folder, and processes that were started there. */
    private List<String> leftovers() {
        Path temporary = RunningDrill.temporary(folder);
        try (Stream<Path> files = Files.list(temporary);
                Stream<Path> processes = Files.list(Path.of("/proc"))) {
            Stream<String> left = files.map(Path::toString).filter(name -> !name.contains("hsperfdata"));
            Stream<String> running = processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .map(RunningDrill::commandLine)
                    .filter(command -> command.contains(temporary.toString()));
            return Stream.concat(left, running).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
