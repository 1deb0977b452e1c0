package dev.firedrill.environments.system;

import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The orchestrator under test, in a process that is not the harness's so that it can be killed. */
public final class OrchestratorProcess {
    private final Instant startedAt;
    private final HostedCommand command;
    private final boolean mayStandStill;

    private OrchestratorProcess(Instant startedAt, HostedCommand command, boolean mayStandStill) {
        this.startedAt = startedAt;
        this.command = command;
        this.mayStandStill = mayStandStill;
    }

    /**
     * Starts the orchestrator on stores that it reaches through its links, and waits until its API listens.
     *
     * @param folder where its configuration, working files and journal go
     * @param mutant the deliberately wrong recovery that is to run, if one is
     * @param more further arguments
     * @throws EnvironmentFailure when it ends, or does not listen in time; with the end of its log
     */
    public static OrchestratorProcess start(
            CommandHost host,
            int port,
            Path folder,
            ClusterAddress cluster,
            DatabaseAddress database,
            Optional<String> mutant,
            List<String> more) {
        Path listening = folder.resolve("listening.json");
        Path journal = journalIn(folder);
        List<String> arguments = new ArrayList<>(List.of("serve"));
        arguments.addAll(StoreArguments.write(folder, cluster, database).arguments());
        arguments.addAll(List.of("--listen", "127.0.0.1:" + port));
        arguments.addAll(List.of("--listen-file", listening.toString()));
        arguments.addAll(List.of("--journal", journal.toString()));
        arguments.addAll(more);
        try {
            Files.deleteIfExists(listening);
            Files.deleteIfExists(journal);
        } catch (IOException e) {
            throw new EnvironmentFailure(
                    "The orchestrator's folder " + folder + " cannot be written: " + e.getMessage());
        }
        Instant startedAt = Instant.now();
        HostedCommand command = host.begin(mutant, arguments);
        awaitListening(command, listening);
        // One that was told to stop moving hears nothing any more.
        return new OrchestratorProcess(
                startedAt, command, more.stream().anyMatch(argument -> argument.startsWith("--pause")));
    }

    /** The file in its folder that receives its steps, a line each. */
    public static Path journalIn(Path folder) {
        return folder.resolve("journal.ndjson");
    }

    private static void awaitListening(HostedCommand command, Path listening) {
        Wait.until("the orchestrator to listen", Patience.START, () -> {
            if (!Files.exists(listening) && !command.running()) {
                throw new EnvironmentFailure("The orchestrator ended instead of listening: "
                        + command.await(Patience.PROMPT).output() + command.log());
            }
            return Files.exists(listening);
        });
    }

    /** When it was started: every pass that it has made is younger. */
    public Instant startedAt() {
        return startedAt;
    }

    /** The id of its process. */
    public long pid() {
        return command.process().pid();
    }

    /** Whether it still runs. */
    public boolean alive() {
        return command.running();
    }

    /** Ends it and its process at once, as {@code kill -9} does. */
    public void kill() {
        command.kill();
    }

    /** Stops it where it is: it hears and does nothing, and its connections stay open. */
    public void standStill() {
        command.process().signal("STOP");
    }

    /** Lets it go on from where it stands; harmless when it moves. */
    public void goOn() {
        command.process().signal("CONT");
    }

    /** Ends it in order where it can hear that. */
    public void end() {
        if (mayStandStill) {
            kill();
        } else {
            command.end();
        }
    }

    /**
     * Waits until it ends by itself.
     *
     * @return its exit code, 128 + n after signal n
     */
    public int awaitExit() {
        return command.await(Patience.PASS).exitCode();
    }

    /** What it wrote to its log. */
    public String log() {
        return command.log();
    }
}
