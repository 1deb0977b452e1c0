package dev.firedrill.recovery.cluster;

import dev.firedrill.recovery.port.ClusterUnavailable;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes clients of the control plane with patience that suits a recovery: an outage is to be told, not waited for. */
public final class KubernetesClients {
    private static final int REQUEST_TIMEOUT_MILLIS = 10_000;
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    private KubernetesClients() {}

    /**
     * A client for the cluster that {@code kubeconfig} names, or for the one that the process runs in.
     *
     * @throws ClusterUnavailable when the file cannot be read
     */
    public static KubernetesClient connect(Optional<Path> kubeconfig) {
        try {
            Config config =
                    kubeconfig.isPresent() ? new KubeconfigFile(kubeconfig.get()).read() : Config.autoConfigure(null);
            config.setRequestTimeout(REQUEST_TIMEOUT_MILLIS);
            config.setConnectionTimeout(CONNECT_TIMEOUT_MILLIS);
            config.setRequestRetryBackoffLimit(1);
            config.setRequestRetryBackoffInterval(100);
            return new KubernetesClientBuilder().withConfig(config).build();
        } catch (KubernetesClientException | IllegalArgumentException e) {
            throw new ClusterUnavailable(
                    "the kubeconfig " + kubeconfig.map(Path::toString).orElse("of this process")
                            + " cannot be used; correct --kubeconfig or the file.",
                    e);
        }
    }
}
