package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The control plane. */
public final class ControlPlaneOptions {
    private static final int REQUEST_MILLIS = 30_000;
    private static final int CONNECT_MILLIS = 5_000;

    @Option(names = "--kubeconfig", paramLabel = "FILE", description = "The control plane.")
    private @Nullable Path kubeconfig;

    @Option(names = "--in-cluster", description = "The control plane is the cluster that this process runs in.")
    private boolean inCluster;

    /** A client, to be closed; empty when no control plane is named. */
    Optional<KubernetesClient> connect() {
        if (kubeconfig == null && !inCluster) {
            return Optional.empty();
        }
        try {
            Config read = kubeconfig == null
                    ? Config.autoConfigure(null)
                    : Config.fromKubeconfig(Files.readString(kubeconfig));
            Config config = new ConfigBuilder(read)
                    .withRequestTimeout(REQUEST_MILLIS)
                    .withConnectionTimeout(CONNECT_MILLIS)
                    .withRequestRetryBackoffLimit(1)
                    .build();
            return Optional.of(new KubernetesClientBuilder().withConfig(config).build());
        } catch (IOException | KubernetesClientException | IllegalArgumentException e) {
            throw new StoreUnavailable(
                    "the kubeconfig " + kubeconfig + " cannot be used; correct --kubeconfig or the file", e);
        }
    }
}
