package dev.firedrill.recovery.cli;

import java.util.Map;
import java.util.Properties;

/**
 * Limits of the JDK's HTTP server, which it reads once for the whole process, from properties and no other way. That makes
 * them the business of the command that is the process; what is given with {@code -D} stays as it is.
 */
final class HttpServerProperties {
    private static final Map<String, String> LIMITS = Map.of(
            // Without it each small answer waits 40 ms for the client's acknowledgement of its head.
            "sun.net.httpserver.nodelay",
            "true",
            // In seconds; without it a client that never ends its request keeps a thread for good.
            "sun.net.httpserver.maxReqTime",
            "60");

    private HttpServerProperties() {}

    static void setMissing(Properties process) {
        LIMITS.forEach(process::putIfAbsent);
    }
}
