package dev.firedrill.environments.role;

import dev.firedrill.model.ClusterAddress;
import java.net.InetSocketAddress;

/** The role of the Kubernetes API. Its namespace exists after start and after {@link #lose()}; CRDs do not. */
public interface ControlPlane extends StoreRole, Rewindable {
    /** How the harness itself reaches the API, past every link. */
    ClusterAddress address();

    /** Where the API listens: what a link of the orchestrator forwards to. */
    InetSocketAddress endpoint();

    /** The same API as seen through a link that listens at {@code link}. */
    ClusterAddress addressThrough(InetSocketAddress link);

    /** Whether the API is somebody else's, so that a drill may make nothing outside of its namespace. */
    default boolean isShared() {
        return false;
    }
}
