package dev.firedrill.conformance.kubernetes;

import dev.firedrill.environments.role.ControlPlane;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

/** One control plane under conformance, with the two clients that look at it. */
final class PlaneUnderTest implements AutoCloseable {
    final ControlPlane plane;
    final RawApi api;
    final KubernetesClient client;

    PlaneUnderTest(ControlPlane plane) {
        this.plane = plane;
        Config config = Config.fromKubeconfig(plane.address().kubeconfig());
        this.api = new RawApi(config);
        this.client = new KubernetesClientBuilder().withConfig(config).build();
    }

    @Override
    public void close() {
        client.close();
        plane.close();
    }
}
