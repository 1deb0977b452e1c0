package dev.firedrill.environments.kubernetes.apiserver;

import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.model.Product;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/** One control plane under conformance, with the two clients that look at it. */
final class Subject implements AutoCloseable {
    final ControlPlane plane;
    final Api api;
    final KubernetesClient client;
    private final Set<Quirk> quirks;

    Subject(ControlPlane plane) {
        this.plane = plane;
        this.quirks = Quirk.of(plane.product());
        Config config = Config.fromKubeconfig(plane.address().kubeconfig());
        this.api = new Api(config);
        this.client = new KubernetesClientBuilder().withConfig(config).build();
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    /** For what only a client can prove that is alone with its server. */
    void assumeAlone() {
        Assumptions.assumeFalse(
                has(Quirk.RUNS_CONTROLLERS), "controllers write here at any moment, and collect garbage");
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
