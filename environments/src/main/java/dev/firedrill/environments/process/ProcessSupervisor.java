package dev.firedrill.environments.process;

import dev.firedrill.environments.wait.Patience;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds every child process and every temporary file of a harness run, so that nothing outlives the harness. A reaper
 * process reads a pipe that the harness holds; when the harness ends in any way, {@code kill -9} included, it ends the
 * processes started here and removes the run directory. What even that could not clear (the reaper was killed as
 * well, the machine went down) is cleared by the next {@link #open()} of the same user.
 *
 * <p>Needs Linux ({@code /proc}) and a POSIX {@code sh}. Safe for use by several threads.
 */
public final class ProcessSupervisor implements AutoCloseable {
    private static final Pattern RUN = Pattern.compile("firedrill-(\\d+)-(\\d+)-(\\d+)-[0-9a-f]+");

    private static final int CLEARINGS = 3;

    private final Path run;
    private final Process reaper;
    private final ConcurrentLinkedDeque<ManagedProcess> processes = new ConcurrentLinkedDeque<>();
    private final Map<Class<?>, Shared<?>> shared = new LinkedHashMap<>();
    private final Map<String, Integer> named = new HashMap<>();
    private final Ports ports = new Ports();
    private volatile boolean closed;

    private ProcessSupervisor(Path run, Process reaper) {
        this.run = run;
        this.reaper = reaper;
    }

    /**
     * Makes a run directory of mode 700 in memory or on disk ({@link RunPlaces}), puts a reaper beside it and clears what
     * dead harnesses of the same user left.
     *
     * @throws EnvironmentFailure when the directory cannot be made or no {@code sh} runs here
     */
    public static ProcessSupervisor open() {
        RunPlaces places = RunPlaces.here();
        Path temporary = places.chosen();
        if (!Files.isDirectory(temporary)) {
            throw new EnvironmentFailure("There is no folder " + temporary
                    + " for the stores of a run; make it, or name" + " another one with " + RunPlaces.VARIABLE);
        }
        try {
            Path run = makeRunDirectory(temporary);
            Files.createFile(run.resolve("open"));
            ProcessSupervisor supervisor = new ProcessSupervisor(run, startReaper(run, ProcessBuilder.Redirect.PIPE));
            for (Path place : places.all()) {
                sweep(place);
            }
            return supervisor;
        } catch (IOException refused) {
            throw new EnvironmentFailure(
                    "No run directory or reaper could be made below " + temporary + ": " + refused.getMessage()
                            + "; see that sh is on the PATH and that the folder is writable, or name another one with "
                            + RunPlaces.VARIABLE,
                    refused);
        }
    }

    /** The directory of this run; it goes when the supervisor closes or the harness dies. */
    public Path directory() {
        return run;
    }

    /**
     * A directory for one owner inside the run directory, made on first use.
     *
     * @param name letters, digits, dots, dashes and underscores
     */
    public Path directory(String name) {
        requireSimple(name);
        try {
            return Files.createDirectories(run.resolve("files").resolve(name));
        } catch (IOException refused) {
            throw new EnvironmentFailure(
                    "The directory " + name + " could not be made in " + run + ": " + refused.getMessage(), refused);
        }
    }

    /** A name that this run gives once: the kind of thing with a number behind it. */
    public String newName(String kind) {
        requireSimple(kind);
        synchronized (named) {
            return kind + "-" + named.merge(kind, 1, Integer::sum);
        }
    }

    /** The local ports of this run. */
    public Ports ports() {
        return ports;
    }

    /**
     * Starts a command whose output goes to a log file of that name; a second start under the same name appends to it.
     *
     * @param name letters, digits, dots, dashes and underscores
     * @param environment added to the harness's own environment
     * @throws EnvironmentFailure when the process cannot be started; a command that does not exist shows as an early exit
     */
    public ManagedProcess start(
            String name, List<String> command, Map<String, String> environment, Path workingDirectory) {
        requireSimple(name);
        if (!Files.isDirectory(workingDirectory)) {
            // The operating system would blame the program that is to be started there.
            throw new EnvironmentFailure("The process " + name + " (" + command.get(0)
                    + ") cannot be started in the folder " + workingDirectory + ", which is not there");
        }
        if (closed) {
            throw new IllegalStateException("the supervisor is closed, " + name + " cannot start any more");
        }
        try {
            Path log = Files.createDirectories(run.resolve("logs")).resolve(name + ".log");
            long logStart = Files.exists(log) ? Files.size(log) : 0;
            ProcessBuilder builder = new ProcessBuilder(Shell.supervised(run.resolve("children"), name, command))
                    .directory(workingDirectory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            ManagedProcess managed = new ManagedProcess(name, process, log, logStart, processes::remove);
            processes.add(managed);
            return managed;
        } catch (IOException refused) {
            throw new EnvironmentFailure(
                    "The process " + name + " (" + command.get(0) + ") could not be started: " + refused.getMessage(),
                    refused);
        }
    }

    /** Whether everything under this supervisor has been ended, or is being ended now. */
    public boolean closed() {
        return closed;
    }

    /**
     * What everybody under this supervisor shares, such as an engine that runs containers; it is closed with the supervisor.
     *
     * @param type tells it from other shared things
     * @param open opens it on first use; when that fails it has failed for everybody, so that nobody waits for it again
     */
    public <T> T shared(Class<T> type, Supplier<T> open, Consumer<T> closing) {
        synchronized (shared) {
            if (closed) {
                throw new EnvironmentFailure("The run is over, nothing can be started any more");
            }
            Shared<?> there = shared.get(type);
            if (there == null) {
                there = Shared.open(open, closing);
                shared.put(type, there);
            }
            return type.cast(there.thing());
        }
    }

    /**
     * Ends every process that is still running and removes the run directory, by telling the reaper to do its work. Closing
     * again removes what threads have written there since then, that had not noticed.
     */
    @Override
    public synchronized void close() {
        if (closed && !Files.exists(run)) {
            return;
        }
        closed = true;
        try {
            closeShared();
        } finally {
            clear();
            ports.close();
        }
    }

    private void clear() {
        try {
            awaitCleared(reaper);
            // Nothing is left to do here unless the reaper was killed, or threads that were stopped in the middle of
            // their work have gone on writing.
            processes.forEach(ManagedProcess::kill);
            for (int again = 0; again < CLEARINGS && Files.exists(run); again++) {
                awaitCleared(startReaper(run, ProcessBuilder.Redirect.PIPE));
            }
        } catch (IOException refused) {
            throw new EnvironmentFailure(
                    "The run directory " + run + " could not be removed: " + refused.getMessage(), refused);
        } catch (InterruptedException stopped) {
            // The reaper has been told and finishes without us.
            Thread.currentThread().interrupt();
        }
    }

    private void closeShared() {
        synchronized (shared) {
            shared.values().forEach(Shared::close);
            shared.clear();
        }
    }

    private void awaitCleared(Process told) throws IOException, InterruptedException {
        told.getOutputStream().close();
        if (!told.waitFor(Patience.START.budget().toMillis(), TimeUnit.MILLISECONDS)) {
            throw new EnvironmentFailure("The run directory " + run + " was not cleared in time; remove it by hand");
        }
    }

    /** The harness's identity is in the name, so that no moment exists at which a sweep could mistake it for dead. */
    private static Path makeRunDirectory(Path temporary) throws IOException {
        ProcessIdentity self = ProcessIdentity.ofThisJvm();
        if (self.started().equals(ProcessIdentity.UNKNOWN)) {
            throw new EnvironmentFailure("Embedded stores need Linux: no /proc tells when a process was started");
        }
        String suffix = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        Path run = temporary.resolve(
                "firedrill-" + ProcessIdentity.namespace() + "-" + self.pid() + "-" + self.started() + "-" + suffix);
        return Files.createDirectory(
                run, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static Process startReaper(Path run, ProcessBuilder.Redirect input) throws IOException {
        return new ProcessBuilder(Shell.reaper(run))
                .directory(Path.of("/").toFile())
                .redirectInput(input)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void sweep(Path temporary) throws IOException {
        try (DirectoryStream<Path> candidates = Files.newDirectoryStream(temporary, "firedrill-*")) {
            for (Path candidate : candidates) {
                Matcher named = RUN.matcher(candidate.getFileName().toString());
                if (named.matches() && isLeftover(candidate, named)) {
                    // A reaper whose input has ended clears at once; nobody needs to wait for it.
                    startReaper(
                            candidate,
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
                }
            }
        }
    }

    /** A harness in another container may share the folder; its pids say nothing here. */
    private static boolean isLeftover(Path candidate, Matcher named) {
        ProcessIdentity harness = new ProcessIdentity(Long.parseLong(named.group(2)), named.group(3));
        return named.group(1).equals(ProcessIdentity.namespace()) && !harness.runs() && Files.isWritable(candidate);
    }

    private static void requireSimple(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("'" + name
                    + "' does not name a process or directory: use letters, digits, dots, dashes, underscores");
        }
    }
}
