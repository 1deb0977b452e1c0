package dev.firedrill.environments.controlplane;

import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.vocabulary.Product;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

/** One control plane under conformance, with the two clients that look at it. */
final class Subject implements AutoCloseable {
    final ControlPlane plane;
    final Api api;
    final KubernetesClient client;

    Subject(ControlPlane plane) {
        this.plane = plane;
        Config config = Config.fromKubeconfig(plane.address().kubeconfig());
        this.api = new Api(config);
        this.client = new KubernetesClientBuilder().withConfig(config).build();
    }

    @Override
    public void close() {
        client.close();
        plane.close();
    }

    @Override
    public String toString() {
        Product product = plane.product();
        return product.form() + " (" + product.product() + " " + product.version() + ")";
    }
}
