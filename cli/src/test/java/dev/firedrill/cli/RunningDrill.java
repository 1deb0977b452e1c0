package dev.firedrill.cli;

import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A drill in a process of its own, as a person starts it. */
final class RunningDrill implements AutoCloseable {
    private static final int LONGEST_MINUTES = 5;

    private final Process process;
    private final Path temporary;
    private final Path log;

    private RunningDrill(Process process, Path temporary, Path log) {
        this.process = process;
        this.temporary = temporary;
        this.log = log;
    }

    /** Starts a drill of one feature whose results and temporary files go below {@code folder}. */
    static RunningDrill start(Path folder, String name, String feature) throws IOException {
        Path temporary = Files.createDirectories(temporary(folder));
        Path log = folder.resolve(name + ".log");
        // Whoever runs the tests in the background may have had Ctrl-C ignored, and a JVM takes that over.
        List<String> command = List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-Dfiredrill.home=" + Home.folder(),
                "-jar",
                System.getProperty("firedrill.jar"),
                "drill",
                Home.folder().resolve(feature).toString(),
                "--out",
                folder.resolve(name).toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new RunningDrill(process, temporary, log);
    }

    /** Where drills of {@code folder} keep what must not outlive them. */
    static Path temporary(Path folder) {
        return folder.resolve("temporary");
    }

    /** Waits until all stores run and the history is being written. */
    void awaitOrchestrator() {
        Wait.until("the drill to start an orchestrator", Patience.START, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the drill ended early: " + output());
            }
            try (Stream<Path> files = Files.walk(temporary, 4)) {
                return files.anyMatch(file -> file.endsWith("listening.json"));
            } catch (IOException | UncheckedIOException moving) {
                return false;
            }
        });
    }

    /** Ctrl-C. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-s", "INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** {@code kill -9} of the harness alone. */
    void kill() {
        process.destroyForcibly();
    }

    /** {@code kill -9} of the oldest PostgreSQL server among its processes. */
    void killDatabase() {
        process.descendants()
                .filter(child -> isDatabase(child)
                        && child.parent().filter(RunningDrill::isDatabase).isEmpty())
                .min(Comparator.comparingLong(ProcessHandle::pid))
                .orElseThrow(() -> new AssertionError("the drill has no PostgreSQL server"))
                .destroyForcibly();
    }

    /** The commands and arguments of its processes, as everybody on the machine can read them. */
    List<String> commandLines() {
        return process.descendants()
                .map(child -> commandLine(Path.of("/proc", String.valueOf(child.pid()))))
                .toList();
    }

    /** What {@code /proc} tells of a process to everybody; nothing when it is gone. */
    static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }

    boolean hasEnded() {
        return !process.isAlive();
    }

    private static boolean isDatabase(ProcessHandle process) {
        return process.info()
                .command()
                .filter(path -> path.endsWith("/postgres"))
                .isPresent();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("the drill runs for more than " + LONGEST_MINUTES + " minutes: " + output());
        }
        return process.exitValue();
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
