package dev.firedrill.environments.kubernetes.apiserver;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.environments.process.FileTrees;
import dev.firedrill.environments.process.ManagedProcess;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A single-member etcd on a port of its own. Every new data folder is a new cluster with an identity of its own. */
final class EtcdServer {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("ETCDCTL_API", "3", "ETCD_UNSUPPORTED_ARCH", etcdArchitecture());

    private final ApiServerBinaries binaries;
    private final ProcessSupervisor supervisor;
    private final String name;
    private final Path home;
    private final InetSocketAddress endpoint;
    private int generation;
    private String clusterToken = "";
    private @Nullable ManagedProcess process;

    EtcdServer(ApiServerBinaries binaries, ProcessSupervisor supervisor, String name, Path home) {
        this.binaries = binaries;
        this.supervisor = supervisor;
        this.endpoint = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), supervisor.ports().free());
        this.name = name + "-etcd";
        this.home = home;
    }

    String url() {
        return "http://127.0.0.1:" + endpoint.getPort();
    }

    /** Starts on a new, empty data folder. The server must be down; the former data is removed. */
    void startEmpty() {
        newDataFolder();
        start();
    }

    /** Starts on a new data folder with the content of a snapshot. The server must be down; the former data is removed. */
    void startFrom(Path snapshot) {
        newDataFolder();
        run(
                binaries.snapshotRestorer(),
                "restore the snapshot",
                "snapshot",
                "restore",
                snapshot.toString(),
                "--data-dir=" + data(),
                "--initial-cluster-token=" + clusterToken);
        start();
    }

    /** Starts on the data that is there. */
    void start() {
        List<String> command = new ArrayList<>(List.of(binaries.etcd().toString()));
        command.addAll(List.of(
                "--data-dir=" + data(),
                "--listen-client-urls=" + url(),
                "--advertise-client-urls=" + url(),
                // Nobody else is in this cluster, so any port does for its members.
                "--listen-peer-urls=http://127.0.0.1:0",
                "--initial-cluster-token=" + clusterToken,
                // A member alone need not wait for the votes of others.
                "--heartbeat-interval=10",
                "--election-timeout=100",
                "--logger=zap",
                "--log-level=warn"));
        ManagedProcess started = supervisor.start(name, command, ENVIRONMENT, home);
        process = started;
        started.awaitReady("etcd to elect itself", Patience.START, this::healthy);
    }

    Optional<String> endedByItself() {
        return Optional.ofNullable(process).flatMap(ManagedProcess::endedByItself);
    }

    void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /** Saves the present state into a file while the server goes on serving. */
    void snapshot(Path file) {
        run(binaries.etcdctl(), "save a snapshot", "--endpoints=" + url(), "snapshot", "save", file.toString());
    }

    /** The identity of the cluster, as the server tells it. */
    String clusterId() {
        try {
            ApiServerAnswer answer =
                    ApiServerAnswer.post(URI.create(url() + "/v3/maintenance/status"), "{}", connection -> {});
            String id = new ObjectMapper()
                    .readTree(answer.body())
                    .at("/header/cluster_id")
                    .asText();
            if (answer.ok() && !id.isEmpty()) {
                return id;
            }
            throw new EnvironmentFailure("etcd at " + url() + " did not tell its cluster id: HTTP " + answer.status());
        } catch (IOException silent) {
            throw new EnvironmentFailure(
                    "etcd at " + url() + " could not be asked for its cluster id (" + silent.getMessage()
                            + "); start the control plane first",
                    silent);
        }
    }

    /** The release, as the server tells it. */
    String version() {
        try {
            ApiServerAnswer answer = ApiServerAnswer.get(URI.create(url() + "/version"), connection -> {});
            return new ObjectMapper().readTree(answer.body()).path("etcdserver").asText();
        } catch (IOException silent) {
            throw new EnvironmentFailure("etcd did not tell its version: " + silent.getMessage(), silent);
        }
    }

    private boolean healthy() {
        try {
            return ApiServerAnswer.get(URI.create(url() + "/health"), connection -> {})
                    .ok();
        } catch (IOException notYet) {
            return false;
        }
    }

    private void run(Path program, String purpose, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ManagedProcess tool = supervisor.start(name + "-tool", command, ENVIRONMENT, home);
        int code = tool.awaitExit(Patience.START);
        if (code != 0) {
            throw new EnvironmentFailure(
                    program.getFileName() + " could not " + purpose + " (exit code " + code + "):\n" + tool.tail(20));
        }
    }

    private void newDataFolder() {
        FileTrees.discard(data());
        generation++;
        // The token goes into the cluster id, which otherwise would be the same for every cluster on these addresses.
        clusterToken = UUID.randomUUID().toString();
    }

    private Path data() {
        return home.resolve("etcd-" + generation);
    }

    /** Some releases of etcd refuse to run on what they think is not tested enough. */
    private static String etcdArchitecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "";
    }
}
