package dev.firedrill.environments.kubernetes.apiserver;

import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.docker.Images;
import dev.firedrill.environments.docker.TestEngine;
import dev.firedrill.environments.kubernetes.k3s.ContainerControlPlane;
import dev.firedrill.environments.process.ProcessSupervisor;
import org.junit.jupiter.api.Test;

/** A k3s in a container plays the cluster of somebody else: its controllers, and not we, delete a namespace. */
class ExistingOnK3sIT {
    @Test
    void it_is_lost_and_put_back_and_handed_back() {
        try (Engine engine = TestEngine.engineFor(Images.Of.K3S);
                ProcessSupervisor supervisor = ProcessSupervisor.open();
                ContainerControlPlane cluster = ContainerControlPlane.open(engine, supervisor, "elsewhere")) {
            ExistingOnApiServerTest.takeLoseAndRestoreIn(cluster);
        }
    }
}
