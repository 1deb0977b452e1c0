package dev.firedrill.environments.link;

import dev.firedrill.environments.role.Link;
import dev.firedrill.environments.role.Links;
import dev.firedrill.environments.role.Outage;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Product;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Nothing between the orchestrator and its stores: for stores that nobody may reach under another address. */
public final class NoLinks implements Links {
    @Override
    public Product product() {
        return new Product("none", "direct connections", "none", true);
    }

    @Override
    public Link open(String name, InetSocketAddress upstream) {
        return new Direct(name, upstream);
    }

    @Override
    public void heal() {
        // No fault can be in effect.
    }

    @Override
    public void close() {
        // Nothing was opened.
    }

    private record Direct(String name, InetSocketAddress address) implements Link {
        @Override
        public Outage cut() {
            throw noLink("cut");
        }

        @Override
        public Outage silence() {
            throw noLink("silenced");
        }

        @Override
        public Outage delay(Duration delay) {
            throw noLink("slowed down");
        }

        @Override
        public Outage endAfter(long bytes) {
            throw noLink("ended early");
        }

        @Override
        public long bytesReceived() {
            throw noLink("counted");
        }

        private EnvironmentFailure noLink(String done) {
            return new EnvironmentFailure("The connection " + name + " to " + address + " cannot be " + done
                    + ": there is no link in it; add --links embedded");
        }
    }
}
