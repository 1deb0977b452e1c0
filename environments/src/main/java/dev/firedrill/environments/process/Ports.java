package dev.firedrill.environments.process;

import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.vocabulary.LaboratoryBroken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Local ports for servers whose address must survive restarts. They are taken from below the range that systems give to
 * outgoing connections, so that nothing slips in while a server is down.
 */
public final class Ports {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 100;

    private Ports() {}

    /**
     * A port of 127.0.0.1 that was free a moment ago.
     *
     * @throws LaboratoryBroken when none is found
     */
    public static int free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new LaboratoryBroken("No free local port was found between " + LOWEST + " and " + HIGHEST + " in "
                + ATTEMPTS + " attempts; end what holds them");
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
        } catch (LaboratoryBroken inVain) {
            throw refusal.get() == null ? new IOException(inVain) : refusal.get();
        }
    }

    /** Opens one port, or fails without having changed anything. */
    @FunctionalInterface
    public interface Opening {
        void open() throws IOException;
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
