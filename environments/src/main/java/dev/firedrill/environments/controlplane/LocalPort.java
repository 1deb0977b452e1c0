package dev.firedrill.environments.controlplane;

import dev.firedrill.vocabulary.LaboratoryBroken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports for servers that must keep their port over restarts. */
final class LocalPort {
    /** Below the range from which systems take the ports of outgoing connections, one of which could take ours over. */
    private static final int FIRST = 15_000;

    private static final int PAST_LAST = 30_000;
    private static final int ATTEMPTS = 100;

    private LocalPort() {}

    /** A port on which nobody listens now, taken at random so that harnesses side by side hardly meet. */
    static InetSocketAddress choose() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            InetSocketAddress candidate = new InetSocketAddress(
                    InetAddress.getLoopbackAddress(),
                    ThreadLocalRandom.current().nextInt(FIRST, PAST_LAST));
            if (isFree(candidate)) {
                return candidate;
            }
        }
        throw new LaboratoryBroken("None of " + ATTEMPTS + " local ports tried between " + FIRST + " and " + PAST_LAST
                + " was free; end whatever holds them");
    }

    private static boolean isFree(InetSocketAddress candidate) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(candidate);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
