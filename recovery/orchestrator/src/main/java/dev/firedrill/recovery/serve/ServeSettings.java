package dev.firedrill.recovery.serve;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the process serves.
 *
 * @param listen where; port 0 for any that is free
 * @param listenFile where to write where it listens
 * @param pollInterval how long after a pass the next one begins without a request
 * @param token the bearer token that clients of the API have to send
 */
public record ServeSettings(
        InetSocketAddress listen, Optional<Path> listenFile, Duration pollInterval, Optional<String> token) {
    /** Prints without the token. */
    @Override
    public String toString() {
        return "ServeSettings[" + listen + ", every " + pollInterval + "]";
    }
}
