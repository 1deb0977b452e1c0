package dev.firedrill.environments.role.system;

import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.DatabaseAddress;
import java.util.Optional;

/** The stores as a system finds them, each behind its link. Git it finds through the Repositories of the control plane. */
public interface SystemStores {
    /** The control plane; its credentials may be others after a loss. */
    ClusterAddress clusterForSystem();

    /** The package cache. */
    DatabaseAddress databaseForSystem();

    /** What of the stores ended although nobody told it to; nothing that waits for the system can succeed then. */
    Optional<String> endedByItself();
}
