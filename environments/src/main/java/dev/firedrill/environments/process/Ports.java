package dev.firedrill.environments.process;

import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Local ports for servers whose address must survive restarts. They are taken from below the range that systems give to
 * outgoing connections, so that nothing slips in while a server is down; no port is given twice, and two runs on one
 * machine never share a stretch of them. Closing gives the stretches back. Safe for use by several threads.
 */
public final class Ports implements AutoCloseable {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    /** How many ports are claimed at a time. */
    static final int STRETCH = 250;

    /** The first port of each stretch, held open until closed: that is the claim. */
    private final List<ServerSocket> claims = new ArrayList<>();

    private int next;
    private int end;

    /**
     * A port of 127.0.0.1 that was free a moment ago, and that is never given again.
     *
     * @throws EnvironmentFailure when none is found
     */
    public synchronized int free() {
        while (true) {
            while (next < end) {
                int port = next++;
                if (isFree(port)) {
                    return port;
                }
            }
            claimStretch();
        }
    }

    private void claimStretch() {
        int stretches = (HIGHEST - LOWEST) / STRETCH;
        int somewhere = ThreadLocalRandom.current().nextInt(stretches);
        for (int i = 0; i < stretches; i++) {
            int first = LOWEST + (somewhere + i) % stretches * STRETCH;
            try {
                claims.add(new ServerSocket(first, 1, InetAddress.getLoopbackAddress()));
                next = first + 1;
                end = first + STRETCH;
                return;
            } catch (IOException claimed) {
                // By another drill, or by this one before.
            }
        }
        throw new EnvironmentFailure(
                "No local port between " + LOWEST + " and " + HIGHEST + " is left to give: this drill"
                        + " and others on the machine hold " + stretches + " stretches of " + STRETCH
                        + "; end some of them, or what listens on every " + STRETCH + "th port");
    }

    /**
     * Opens a port that was free, or this process's own, a moment ago. A child that this process is starting has copies of
     * its sockets until its program runs, which takes milliseconds; what holds the port for longer is somebody else.
     *
     * @throws IOException when the port stays taken
     */
    public static void open(Opening opening) throws IOException {
        AtomicReference<IOException> refusal = new AtomicReference<>();
        try {
            Wait.until("a port to be free", Patience.PROMPT, () -> {
                try {
                    opening.open();
                    return true;
                } catch (IOException taken) {
                    refusal.set(taken);
                    return false;
                }
            });
        } catch (EnvironmentFailure inVain) {
            throw refusal.get() == null ? new IOException(inVain) : refusal.get();
        }
    }

    /** Opens one port, or fails without having changed anything. */
    @FunctionalInterface
    public interface Opening {
        void open() throws IOException;
    }

    /** Lets others claim the stretches; what was given must not be used any more. */
    @Override
    public synchronized void close() {
        next = end;
        try {
            for (ServerSocket claim : claims) {
                claim.close();
            }
        } catch (IOException refused) {
            throw new EnvironmentFailure("A claim on local ports could not be given back", refused);
        }
        claims.clear();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
