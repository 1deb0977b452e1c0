package dev.firedrill.environments.role;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * One connection of the orchestrator, which can be disturbed. Every disturbance is in effect when the method returns and
 * lasts until it is closed.
 */
public interface Link {
    /** What this link is called, such as {@code git}. */
    String name();

    /** Where the orchestrator connects. */
    InetSocketAddress address();

    /** Refuses new connections and ends the present ones. */
    Outage cut();

    /** Accepts connections and lets nothing through. Healing ends them, since what was swallowed is missing for good. */
    Outage silence();

    /** Holds every packet back for {@code delay}, in both directions. */
    Outage delay(Duration delay);

    /** Ends each connection once {@code bytes} have come back from the store. */
    Outage endAfter(long bytes);

    /**
     * How many bytes the store has sent over this link since it was opened.
     *
     * @throws dev.firedrill.model.EnvironmentFailure when the proxy keeps no count; Toxiproxy does when it is started
     *     with {@code -proxy-metrics}
     */
    long bytesReceived();
}
