package dev.firedrill.steps.laboratory;

import dev.firedrill.environments.process.Leash;
import dev.firedrill.environments.process.ManagedProcess;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.vocabulary.ClusterAddress;
import dev.firedrill.vocabulary.DatabaseAddress;
import dev.firedrill.vocabulary.LaboratoryBroken;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The orchestrator under test, in a process of its own so that it can be killed. */
public final class OrchestratorProcess implements AutoCloseable {
    private static final ClassArchive CLASSES = ClassArchive.ofThisBuild();
    private static final String DRAFT = "classes.jsa";

    private final ManagedProcess process;
    private final URI api;
    private final Path journal;

    private OrchestratorProcess(ManagedProcess process, URI api, Path journal) {
        this.process = process;
        this.api = api;
        this.journal = journal;
    }

    /**
     * Starts the orchestrator on stores that it reaches through its links, and waits until its API listens.
     *
     * @param folder where its configuration, working files and journal go
     * @throws LaboratoryBroken when it ends, or does not listen in time; with the end of its log
     */
    static OrchestratorProcess start(
            Leash leash,
            String name,
            int port,
            Path folder,
            ClusterAddress cluster,
            DatabaseAddress database,
            OrchestratorOptions options) {
        StoreArguments stores = StoreArguments.write(folder, cluster, database);
        Path listening = folder.resolve("listening.json");
        Path journal = folder.resolve("journal.ndjson");
        List<String> command =
                new ArrayList<>(RecoveryCommand.java(options.broken(), CLASSES.useOrMake(folder.resolve(DRAFT))));
        command.add("serve");
        command.addAll(stores.arguments());
        command.addAll(List.of("--listen", "127.0.0.1:" + port));
        command.addAll(List.of("--listen-file", listening.toString()));
        command.addAll(List.of("--poll-interval", options.pollInterval().toString()));
        command.addAll(List.of("--journal", journal.toString()));
        command.addAll(options.more());
        try {
            Files.deleteIfExists(listening);
            Files.deleteIfExists(journal);
        } catch (IOException e) {
            throw new LaboratoryBroken("The orchestrator's folder " + folder + " cannot be written: " + e.getMessage());
        }
        ManagedProcess process = leash.start(name, command, Map.of(), folder);
        process.awaitReady("the orchestrator to listen", Patience.START, () -> Files.exists(listening));
        return new OrchestratorProcess(process, ListenFile.read(listening), journal);
    }

    /** The base URL of its API. */
    public URI api() {
        return api;
    }

    /** The file that receives its steps, a line each. */
    public Path journal() {
        return journal;
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it still runs. */
    public boolean alive() {
        return process.alive();
    }

    /** Ends it at once, as {@code kill -9} does. */
    public void kill() {
        process.kill();
    }

    /** Asks it to end in order and waits; the first that does so leaves its classes for those that come after it. */
    void stop() {
        process.stop(Patience.START);
        CLASSES.keep(journal.resolveSibling(DRAFT));
    }

    /** Waits until it ends by itself. */
    public int awaitExit() {
        return process.awaitExit(Patience.PASS);
    }

    /** The file that holds what it wrote to its output. */
    public Path log() {
        return process.log();
    }

    /** The last lines of its log. */
    public String tail(int lines) {
        return process.tail(lines);
    }

    @Override
    public void close() {
        process.kill();
    }
}
