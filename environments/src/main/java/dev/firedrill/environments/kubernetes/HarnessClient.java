package dev.firedrill.environments.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

/**
 * Makes the clients with which the harness reads and writes control planes. They tell soon that nobody answers, and ask
 * again where the API asks them to: kube-apiserver 1.31 on etcd answers the first list of a kind, and each after a start,
 * with 429 and "storage is (re)initializing" until it has read what there is, and names the seconds to wait.
 */
public final class HarnessClient {
    private static final int TIMEOUT_MILLIS = 10_000;
    /** More tries where the API is there: each after what it names, which is a second. */
    private static final int MORE_TRIES = 3;
    /** Before the first of them where it names none, or is not there; then twice that, and so on. */
    private static final int INTERVAL_MILLIS = 100;

    private HarnessClient() {}

    /**
     * A client that tries four times.
     *
     * @throws io.fabric8.kubernetes.client.KubernetesClientException when certificates or keys cannot be used
     */
    public static KubernetesClient of(Config config) {
        config.setRequestRetryBackoffInterval(INTERVAL_MILLIS);
        return client(config, MORE_TRIES);
    }

    /** As {@link #of}, for callers that retry by themselves: each request is made once. */
    public static KubernetesClient withoutRetries(Config config) {
        return client(config, 0);
    }

    private static KubernetesClient client(Config config, int moreTries) {
        config.setRequestRetryBackoffLimit(moreTries);
        config.setConnectionTimeout(TIMEOUT_MILLIS);
        config.setRequestTimeout(TIMEOUT_MILLIS);
        return new KubernetesClientBuilder().withConfig(config).build();
    }
}
