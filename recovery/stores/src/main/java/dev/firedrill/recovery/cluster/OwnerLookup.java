package dev.firedrill.recovery.cluster;

import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.port.ClusterUnavailable;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Optional;

/** Looks for the objects, of any kind, that owner references name. */
final class OwnerLookup {
    private final KubernetesClient client;
    private final String namespace;

    OwnerLookup(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /**
     * Whether the object is there under the UID. A kind that the control plane does not serve, or does not show us, has no
     * object that we could vouch for.
     *
     * @throws ClusterUnavailable when the control plane does not answer
     */
    boolean isThere(OwnerReference owner) {
        try {
            return Optional.ofNullable(client.genericKubernetesResources(owner.apiVersion(), owner.kind())
                            .inNamespace(namespace)
                            .withName(owner.name())
                            .get())
                    .map(GenericKubernetesResource::getMetadata)
                    .filter(metadata -> owner.uid().equals(metadata.getUid()))
                    .isPresent();
        } catch (KubernetesClientException e) {
            if (e.getCode() >= HttpURLConnection.HTTP_INTERNAL_ERROR || e.getCode() == 0 && e.getCause() != null) {
                throw new ClusterUnavailable(
                        "the control plane did not answer when it was asked for " + owner.kind() + " '" + owner.name()
                                + "', which owns package revisions.",
                        e);
            }
            return false;
        }
    }
}
