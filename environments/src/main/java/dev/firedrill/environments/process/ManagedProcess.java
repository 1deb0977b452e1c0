package dev.firedrill.environments.process;

import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A child process of the harness, started by {@link ProcessSupervisor#start} and ended with it at the latest. */
public final class ManagedProcess {
    private static final int LOOK_BACK_BYTES = 256 * 1024;
    private static final int LONGEST_LINE = 300;

    private final String name;
    private final Process process;
    private final Path log;
    private final long logStart;
    private final Consumer<ManagedProcess> whenEnded;
    private volatile boolean toldToEnd;

    ManagedProcess(String name, Process process, Path log, long logStart, Consumer<ManagedProcess> whenEnded) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.logStart = logStart;
        this.whenEnded = whenEnded;
    }

    /** What the process was called when it was started. */
    public String name() {
        return name;
    }

    /** The process id; it stays the same until the process ends. */
    public long pid() {
        return process.pid();
    }

    /** Whether the process still runs. */
    public boolean alive() {
        return process.isAlive();
    }

    /** A message when the process has ended by itself, with the end of its log. */
    public Optional<String> endedByItself() {
        return toldToEnd || alive()
                ? Optional.empty()
                : Optional.of("The process " + name + " ended by itself with code " + process.exitValue()
                        + ". Its log ends:\n" + tail(20));
    }

    /** The file that holds everything the process wrote to its output. */
    public Path log() {
        return log;
    }

    /** Ends the process and its descendants at once, as {@code kill -9} does, and waits until all are gone. */
    public void kill() {
        toldToEnd = true;
        List<ProcessHandle> descendants = process.descendants().toList();
        List<ProcessIdentity> mustGo =
                descendants.stream().map(ProcessIdentity::of).toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        awaitExit(Patience.PROMPT);
        Wait.until(
                "the descendants of " + name + " to be gone",
                Patience.PROMPT,
                () -> mustGo.stream().noneMatch(ProcessIdentity::runs));
    }

    /** Asks the process to end ({@code SIGTERM}), waits, and kills it when it has not ended within the budget. */
    public void stop(Patience budget) {
        stop("TERM", budget);
    }

    /** As {@link #stop(Patience)} with another signal, such as {@code INT}, that the process takes as a request to end. */
    public void stop(String signal, Patience budget) {
        if (alive()) {
            toldToEnd = true;
            signal(signal);
            exitsWithin(budget);
        }
        kill();
    }

    /** Sends a signal, such as {@code STOP} or {@code CONT}; harmless when the process is gone. */
    public void signal(String signal) {
        if (alive()) {
            Shell.signal(signal, pid());
        }
    }

    /**
     * Waits for the process to end by itself.
     *
     * @return the exit code, 128 + n after signal n
     * @throws EnvironmentFailure when it still runs at the end of the budget
     */
    public int awaitExit(Patience budget) {
        if (!exitsWithin(budget)) {
            throw new EnvironmentFailure("The process " + name + " did not end within "
                    + budget.budget().toSeconds() + " s. Its log ends:\n" + tail(20));
        }
        whenEnded.accept(this);
        return process.exitValue();
    }

    /**
     * Waits until the process does its work.
     *
     * @param what what the process must do, continuing the sentence "waited for"
     * @throws EnvironmentFailure when it ends before, or is not ready at the end of the budget; with the end of its log
     */
    public void awaitReady(String what, Patience budget, BooleanSupplier ready) {
        try {
            Wait.until(what, budget, () -> ready.getAsBoolean() || failIfEnded(what));
        } catch (EnvironmentFailure late) {
            if (!alive()) {
                throw late;
            }
            throw new EnvironmentFailure(late.getMessage() + "\nThe log of " + name + " ends:\n" + tail(20), late);
        }
    }

    /**
     * The last lines that this process, and not an earlier one of the same name, wrote to its log; for a message to a
     * person. Usage text, which programs print after a wrong option, is left out.
     */
    public String tail(int lines) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(logStart, file.length() - LOOK_BACK_BYTES);
            byte[] end = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(end);
            List<String> all = Usage.without(
                            new String(end, StandardCharsets.UTF_8).lines().toList())
                    .stream()
                    .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "..." : line)
                    .toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException unreadable) {
            return "(no log: " + unreadable.getMessage() + ")";
        }
    }

    private boolean failIfEnded(String what) {
        if (alive()) {
            return false;
        }
        throw new EnvironmentFailure("The process " + name + " ended with code " + process.exitValue()
                + " instead of coming up (" + what + "). Its log ends:\n" + tail(20));
    }

    private boolean exitsWithin(Patience budget) {
        try {
            return process.waitFor(budget.budget().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EnvironmentFailure("Interrupted while waiting for the process " + name + " to end", stopped);
        }
    }
}
