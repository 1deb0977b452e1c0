package dev.firedrill.faults;

import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.workload.gitops.ClusterClient;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;

/**
 * What a server of the control plane writes for itself. One that starts on a restored datastore writes leases, events and
 * objects of its own, and its resource versions pass those that were there before the restore; k3s does so within seconds.
 */
final class ResourceVersionBump {
    private static final String NAME = "firedrill-bookkeeping";

    private final ControlPlane controlPlane;

    ResourceVersionBump(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
    }

    /** The newest resource version. */
    long newest() {
        try (KubernetesClient client = ClusterClient.of(controlPlane.address())) {
            return newest(client);
        }
    }

    /** Writes until the newest resource version is beyond {@code version}; leaves no object. */
    long writeBeyond(long version) {
        try (KubernetesClient client = ClusterClient.of(controlPlane.address())) {
            for (long at = newest(client); at <= version; ) {
                at = Long.parseLong(client.configMaps()
                        .resource(entry(at))
                        .createOr(existing -> existing.update())
                        .getMetadata()
                        .getResourceVersion());
            }
            client.configMaps()
                    .inNamespace(controlPlane.address().namespace())
                    .withName(NAME)
                    .delete();
            return newest(client);
        }
    }

    private ConfigMap entry(long page) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(NAME)
                .withNamespace(controlPlane.address().namespace())
                .endMetadata()
                .withData(Map.of("page", String.valueOf(page)))
                .build();
    }

    private long newest(KubernetesClient client) {
        return Long.parseLong(client.configMaps()
                .inNamespace(controlPlane.address().namespace())
                .list()
                .getMetadata()
                .getResourceVersion());
    }
}
