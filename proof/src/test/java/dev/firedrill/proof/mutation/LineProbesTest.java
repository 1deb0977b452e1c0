package dev.firedrill.proof.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recovery runs with probes in it, and a line is noted when it runs and not before. */
class LineProbesTest {
    @TempDir
    private Path folder;

    @Test
    void a_process_with_probes_notes_the_lines_that_it_runs() throws Exception {
        try (RecoveryBytecode bytecode = RecoveryBytecode.ofThisBuild()) {
            LineProbes probes = LineProbes.write(bytecode, folder);
            assertThat(probes.takeReached()).isEmpty();

            run("dev.firedrill.recovery.cli.RecoveryMain", "--help");

            Set<String> classes =
                    probes.takeReached().stream().map(ClassLine::className).collect(Collectors.toSet());
            assertThat(classes)
                    .contains("dev.firedrill.recovery.cli.RecoveryMain")
                    .doesNotContain("dev.firedrill.recovery.reconcile.Reconciler");
            assertThat(probes.takeReached()).isEmpty();
        }
    }

    private void run(String... command) throws Exception {
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xverify:all",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                folder + File.pathSeparator + System.getProperty("java.class.path"));
        process.command().addAll(List.of(command));
        Path log = Files.createTempFile(folder, "run", ".log");
        Process running =
                process.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(running.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(running.exitValue()).as(Files.readString(log)).isZero();
    }
}
