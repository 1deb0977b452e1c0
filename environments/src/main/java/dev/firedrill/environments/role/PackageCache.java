package dev.firedrill.environments.role;

import dev.firedrill.model.DatabaseAddress;
import java.net.InetSocketAddress;

/**
 * The role of the PostgreSQL database that holds the package cache. After start and after {@link #lose()} the schema of
 * the cache is there and empty.
 */
public interface PackageCache extends StoreRole, Rewindable {
    /** How the harness itself reaches the database, past every link. */
    DatabaseAddress address();

    /** Where the database listens: what a link of the orchestrator forwards to. */
    InetSocketAddress endpoint();

    /** The same database as seen through a link that listens at {@code link}. */
    DatabaseAddress addressThrough(InetSocketAddress link);
}
