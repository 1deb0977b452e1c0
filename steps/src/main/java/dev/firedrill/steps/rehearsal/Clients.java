package dev.firedrill.steps.rehearsal;

import dev.firedrill.vocabulary.ClusterAddress;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

/** Kubernetes clients for the harness's own use. */
final class Clients {
    private Clients() {}

    static KubernetesClient of(ClusterAddress address) {
        Config config = Config.fromKubeconfig(address.kubeconfig());
        config.setNamespace(address.namespace());
        return new KubernetesClientBuilder().withConfig(config).build();
    }
}
