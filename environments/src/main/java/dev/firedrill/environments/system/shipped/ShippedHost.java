package dev.firedrill.environments.system.shipped;

import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.system.CommandHost;
import java.net.URI;
import java.nio.file.Path;

/** The processes and folders that the shipped recovery and wrong ones take turns in, and the port that all serve at. */
final class ShippedHost implements AutoCloseable {
    private final Path folder;
    private final Path operatorFolder;
    private final int port;
    private final CommandHost orchestrator;
    private final CommandHost operator;

    ShippedHost(ProcessSupervisor supervisor, String name) {
        this.port = supervisor.ports().free();
        this.folder = supervisor.directory(name + "-orchestrator");
        // A working folder of its own: the orchestrator may hold the clones of its own.
        this.operatorFolder = supervisor.directory(name + "-operator");
        this.orchestrator = new CommandHost(supervisor, name + "-orchestrator", folder);
        this.operator = new CommandHost(supervisor, name + "-operator", operatorFolder);
    }

    /** Where orchestrators run. */
    CommandHost orchestrator() {
        return orchestrator;
    }

    /** Where the commands of operators run. */
    CommandHost operator() {
        return operator;
    }

    /** The orchestrators' folder: clones, journal, configuration. */
    Path folder() {
        return folder;
    }

    /** The operators' folder. */
    Path operatorFolder() {
        return operatorFolder;
    }

    int port() {
        return port;
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        orchestrator.close();
        operator.close();
    }
}
