package dev.firedrill.environments.controlplane;

import dev.firedrill.environments.containers.ContainerControlPlane;
import dev.firedrill.environments.containers.Engine;
import dev.firedrill.environments.containers.Here;
import dev.firedrill.environments.containers.Images;
import dev.firedrill.environments.process.Leash;
import org.junit.jupiter.api.Test;

/** A k3s in a container plays the cluster of somebody else: its controllers, and not we, delete a namespace. */
class ExistingOnK3sIT {
    @Test
    void itIsLostAndPutBackAndHandedBack() {
        try (Engine engine = Here.engineFor(Images.Of.K3S);
                Leash leash = Leash.open();
                ContainerControlPlane cluster = ContainerControlPlane.open(engine, leash, "elsewhere")) {
            ExistingOnApiServerTest.liveIn(cluster);
        }
    }
}
