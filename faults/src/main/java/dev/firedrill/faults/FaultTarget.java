package dev.firedrill.faults;

import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.environments.role.GitServer;
import dev.firedrill.environments.role.Link;
import dev.firedrill.environments.role.PackageCache;
import dev.firedrill.model.Store;

/** What faults happen to: the three stores, the links between them and the orchestrator, and the orchestrator itself. */
public interface FaultTarget {
    /** The Kubernetes API. */
    ControlPlane controlPlane();

    /** The server with the git repositories. */
    GitServer git();

    /** The PostgreSQL server with the package cache. */
    PackageCache database();

    /** The orchestrator's connection to {@code store}. */
    Link linkTo(Store store);

    /** Ends the orchestrator in order; harmless when none runs. */
    void endOrchestrator();
}
