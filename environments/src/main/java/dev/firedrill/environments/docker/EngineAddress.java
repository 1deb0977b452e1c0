package dev.firedrill.environments.docker;

import com.github.dockerjava.api.DockerClient;
import dev.firedrill.model.EnvironmentFailure;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Where a Docker engine listens on this machine, and whether it answers. */
final class EngineAddress {
    private static final int ANSWER_SECONDS = 10;
    private static final String DEFAULT_SOCKET = "/var/run/docker.sock";

    private EngineAddress() {}

    /** Where the engine is; only one on this machine will do, since its ports must be ours. */
    static URI of(Map<String, String> environment) {
        String given = environment.getOrDefault("DOCKER_HOST", "");
        if (given.isBlank()) {
            return usable(sockets(environment));
        }
        URI address = URI.create(given);
        boolean here = "unix".equals(address.getScheme())
                || "localhost".equals(address.getHost())
                || "127.0.0.1".equals(address.getHost());
        if (!here) {
            throw new EnvironmentFailure("DOCKER_HOST=" + given
                    + " is an engine on another machine, whose ports are not ours; use one here, or other forms");
        }
        return address;
    }

    /** Where engines usually listen: Docker's own, rootless and on the desktop, then Podman's. */
    static List<Path> sockets(Map<String, String> environment) {
        String run = environment.getOrDefault("XDG_RUNTIME_DIR", "/nowhere");
        String home = environment.getOrDefault("HOME", "/nowhere");
        return List.of(
                Path.of(DEFAULT_SOCKET),
                Path.of(run, "docker.sock"),
                Path.of(home, ".docker", "run", "docker.sock"),
                Path.of(home, ".docker", "desktop", "docker.sock"),
                Path.of(run, "podman", "podman.sock"),
                Path.of("/run/podman/podman.sock"));
    }

    /** The first that may be used; the usual one where none may. */
    static URI usable(List<Path> sockets) {
        return URI.create("unix://"
                + sockets.stream().filter(Files::isWritable).findFirst().orElse(Path.of(DEFAULT_SOCKET)));
    }

    private static String tried() {
        return System.getenv().getOrDefault("DOCKER_HOST", "").isBlank()
                ? "; looked for "
                        + sockets(System.getenv()).stream().map(Path::toString).collect(Collectors.joining(", "))
                : " (DOCKER_HOST says so)";
    }

    /**
     * A client of the engine at an address.
     *
     * @throws EnvironmentFailure within some seconds, with one sentence, when none answers there
     */
    static DockerClient answering(URI address) {
        String what = "No Docker engine can be used at " + address;
        if ("unix".equals(address.getScheme())) {
            Path socket = Path.of(address.getPath());
            if (!Files.exists(socket)) {
                throw new EnvironmentFailure(what + ": nothing is there" + tried()
                        + "; start Docker (ci/docker-engine does), say with DOCKER_HOST where it listens, or use the"
                        + " embedded forms");
            }
            if (!Files.isWritable(socket)) {
                throw new EnvironmentFailure(what + ": there is no permission; join the group docker, or run as root");
            }
        }
        try {
            return CompletableFuture.supplyAsync(
                            () -> {
                                DockerClient client = TestcontainersConfig.client(new LocalEngine(address));
                                client.pingCmd().exec();
                                return client;
                            },
                            EngineAddress::onOwnThread)
                    .orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException silent) {
            throw new EnvironmentFailure(
                    what
                            + ": it does not answer; start Docker again (ci/docker-engine does), or use the embedded forms",
                    silent);
        }
    }

    /** An engine that never answers blocks its thread, which must not be shared. */
    private static void onOwnThread(Runnable question) {
        Thread thread = new Thread(question, "firedrill-engine");
        thread.setDaemon(true);
        thread.start();
    }
}
