package dev.firedrill.environments.docker;

import dev.firedrill.environments.process.RunLabel;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.model.EnvironmentFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/**
 * Ryuk, which removes what a run leaves when its harness is killed. It runs in a container beside the stores and is told
 * the run's label over a connection. Some ten seconds after that connection has ended, with the process that held it, it
 * removes every container, network and volume with the label, and then itself.
 *
 * <p>It is started here and not by Testcontainers, which would run another image than the one that was chosen, ask for
 * privileges, and tell it of containers only.
 *
 * @see <a href="https://github.com/testcontainers/moby-ryuk">moby-ryuk, which describes its protocol</a>
 */
final class Reaper implements AutoCloseable {
    /** The environment variable of Testcontainers by which a user does without a reaper. */
    static final String SWITCH = "TESTCONTAINERS_RYUK_DISABLED";

    private static final int PORT = 8080;
    private static final String SOCKET = "/var/run/docker.sock";
    private static final int ANSWER_MILLIS = 2_000;

    private final Socket watched;

    private Reaper(Socket watched) {
        this.watched = watched;
    }

    /**
     * Starts a reaper.
     *
     * @param whose the label of what it is to remove
     * @throws EnvironmentFailure when it does not come up, such as where a container may not reach the engine
     */
    static Reaper start(Engine engine, RunLabel whose) {
        int port = engine.ports().free();
        ContainerSpec spec = ContainerSpec.of("ryuk", engine.image(Images.Of.RYUK))
                .mount(DockerClientFactory.instance().getRemoteDockerUnixSocketPath(), SOCKET)
                .publish(PORT, port)
                .removingItself()
                .build();
        RunningContainer ryuk = RunningContainer.start(engine, spec);
        AtomicReference<@Nullable Socket> watched = new AtomicReference<>();
        try {
            ryuk.awaitReady("Ryuk to accept what it is to watch", Patience.PROMPT, () -> {
                watched.set(accepted(port, whose));
                return watched.get() != null;
            });
        } catch (EnvironmentFailure silent) {
            ryuk.destroy();
            throw silent;
        }
        return new Reaper(Objects.requireNonNull(watched.get()));
    }

    /** Ends the connection. The reaper does its work then, unless its container was removed before. */
    @Override
    public void close() {
        closeQuietly(watched);
    }

    /** A connection over which the reaper was told and said yes; {@code null} while it does not. */
    private static @Nullable Socket accepted(int port, RunLabel whose) {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress("127.0.0.1", port), ANSWER_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            String filter = "label=" + URLEncoder.encode(RunLabel.KEY + "=" + whose, StandardCharsets.UTF_8) + "\n";
            socket.getOutputStream().write(filter.getBytes(StandardCharsets.UTF_8));
            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if ("ACK".equals(answer)) {
                return socket;
            }
        } catch (IOException notYet) {
            // The engine takes connections before Ryuk does.
        }
        closeQuietly(socket);
        return null;
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // Then it has ended already.
        }
    }
}
