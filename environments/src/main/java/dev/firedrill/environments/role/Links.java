package dev.firedrill.environments.role;

import dev.firedrill.model.Product;
import java.net.InetSocketAddress;

/** The role that stands between the orchestrator and its stores. Closing heals everything and ends every link. */
public interface Links extends AutoCloseable {
    /** What runs here. */
    Product product();

    /** Opens a link to {@code upstream} on a free local port. */
    Link open(String name, InetSocketAddress upstream);

    /** Heals every fault of every link; harmless when there is none. */
    void heal();

    @Override
    void close();
}
