package dev.firedrill.environments.link;

import dev.firedrill.environments.role.Link;
import dev.firedrill.environments.role.Outage;
import dev.firedrill.model.EnvironmentFailure;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * A link through the real Toxiproxy, which counts the bytes of a connection when it ends and has no count before the first
 * one has ended.
 *
 * @param link what it is but for the count
 */
public record MeteredLink(Link link) implements Link {
    @Override
    public String name() {
        return link.name();
    }

    @Override
    public InetSocketAddress address() {
        return link.address();
    }

    @Override
    public Outage cut() {
        return link.cut();
    }

    @Override
    public Outage silence() {
        return link.silence();
    }

    @Override
    public Outage delay(Duration delay) {
        return link.delay(delay);
    }

    @Override
    public Outage endAfter(long bytes) {
        return link.endAfter(bytes);
    }

    /** How many bytes came over connections that have ended. */
    @Override
    public long bytesReceived() {
        try {
            return link.bytesReceived();
        } catch (EnvironmentFailure uncounted) {
            if (uncounted.getCause() != null) {
                throw uncounted;
            }
            // Toxiproxy answered and has no such line; counting is switched on by us, so nothing has ended yet.
            return 0;
        }
    }
}
