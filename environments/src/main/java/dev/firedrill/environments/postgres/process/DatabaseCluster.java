package dev.firedrill.environments.postgres.process;

import dev.firedrill.environments.process.ManagedProcess;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.wait.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One data directory and, while it runs, the server on it. */
final class DatabaseCluster {
    private final PostgresBinaries binaries;
    private final ProcessSupervisor supervisor;
    private final String name;
    private final Path data;
    private @Nullable ManagedProcess server;

    /** @param name what the server's log is called */
    DatabaseCluster(PostgresBinaries binaries, ProcessSupervisor supervisor, String name, Path data) {
        this.binaries = binaries;
        this.supervisor = supervisor;
        this.name = name;
        this.data = data;
    }

    Path data() {
        return data;
    }

    boolean runs() {
        return server != null && server.alive();
    }

    Optional<String> endedByItself() {
        return Optional.ofNullable(server).flatMap(ManagedProcess::endedByItself);
    }

    /**
     * Starts the server on 127.0.0.1 and waits until it takes connections, which it does only after any recovery.
     *
     * @param settings further settings, name to value
     */
    void start(int port, Map<String, String> settings) {
        List<String> arguments = new ArrayList<>(List.of("-D", data.toString(), "-c", "port=" + port));
        settings.forEach((name, value) -> {
            arguments.add("-c");
            arguments.add(name + "=" + value);
        });
        server = supervisor.start(
                name, binaries.command("postgres", arguments), Map.of("LC_ALL", "C", "PGDATA", data.toString()), data);
        server.awaitReady("PostgreSQL to take connections", Patience.START, this::acceptsConnections);
    }

    /** Ends the server in order: everything written, a last checkpoint, connections ended. */
    void shutDown() {
        if (server != null) {
            server.stop("INT", Patience.START);
            server = null;
        }
    }

    /** Ends the server at once but lets it release its shared memory; what was committed is in the log. */
    void abandon() {
        if (server != null) {
            server.stop("QUIT", Patience.PROMPT);
            server = null;
        }
    }

    /** Ends every process of the server at once. */
    void kill() {
        if (server != null) {
            server.kill();
        }
    }

    /** The end of the server's log, for a message to a person. */
    String tail() {
        return server == null ? "(the server does not run)" : server.tail(15);
    }

    /** The last line of the server's own status file says what {@code pg_ctl} waits for as well. */
    private boolean acceptsConnections() {
        Path status = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(status);
            return server != null
                    && lines.size() >= 8
                    && lines.get(7).strip().equals("ready")
                    && lines.get(0).strip().equals(Long.toString(server.pid()));
        } catch (IOException notYet) {
            return false;
        }
    }
}
