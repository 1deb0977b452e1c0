package dev.firedrill.environments.system;

import dev.firedrill.environments.process.ManagedProcess;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.model.EnvironmentFailure;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command that a {@link CommandHost} runs or has run. */
public final class HostedCommand {
    private final Socket connection;
    private final ManagedProcess process;
    private final long logStart;
    private final CompletableFuture<RecoveryRun> answer;

    private HostedCommand(Socket connection, ManagedProcess process, long logStart) {
        this.connection = connection;
        this.process = process;
        this.logStart = logStart;
        this.answer = CompletableFuture.supplyAsync(this::read, Async::start);
    }

    static HostedCommand following(Socket connection, ManagedProcess process, long logStart) {
        return new HostedCommand(connection, process, logStart);
    }

    boolean running() {
        return !answer.isDone() && process.alive();
    }

    /** The process that it runs in. */
    ManagedProcess process() {
        return process;
    }

    /**
     * Waits until it ends by itself, or its process does.
     *
     * @throws EnvironmentFailure when it still runs at the end of the budget
     */
    public RecoveryRun await(Patience budget) {
        try {
            return answer.get(budget.budget().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new EnvironmentFailure(
                    "A command of " + process.name() + " did not end within "
                            + budget.budget().toSeconds() + " s. The log ends:\n" + process.tail(20),
                    e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentFailure("Interrupted while waiting for a command of " + process.name(), e);
        }
    }

    /** Asks it to end in order and waits; when it does not, its process is killed. */
    void end() {
        try {
            if (running()) {
                connection.shutdownOutput();
                await(Patience.PROMPT);
            }
        } catch (IOException | EnvironmentFailure stubborn) {
            kill();
        }
    }

    /** Ends it as {@code kill -9} does, and its process with it. */
    void kill() {
        process.kill();
    }

    /** What its process wrote to its log since it began. */
    String log() {
        Path file = process.log();
        try {
            byte[] all = Files.readAllBytes(file);
            int from = (int) Math.min(logStart, all.length);
            return new String(Arrays.copyOfRange(all, from, all.length), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new EnvironmentFailure("The log " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private RecoveryRun read() {
        try (connection) {
            DataInputStream in = new DataInputStream(connection.getInputStream());
            int exitCode = in.readInt();
            return new RecoveryRun(exitCode, new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        } catch (EOFException | SocketException died) {
            return new RecoveryRun(process.awaitExit(Patience.PROMPT), log());
        } catch (IOException e) {
            throw new EnvironmentFailure("The answer of " + process.name() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
