package dev.firedrill.recovery.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.api.Test;

class ClusterFailuresTest {
    private static final String SERVER = "https://127.0.0.1:6443/";

    @Test
    void aServerThatRefusesIsQuotedWithoutWhatTheClientPutsAroundIt() {
        Status status = new StatusBuilder()
                .withCode(503)
                .withMessage("server is starting")
                .build();
        KubernetesClientException failure = new KubernetesClientException(
                "Failure executing: GET at: " + SERVER + ". Message: server is starting. Received status: Status(…).",
                503,
                status);
        assertThat(ClusterFailures.unreachable(SERVER, failure))
                .hasMessage("control plane https://127.0.0.1:6443/ answered 503: server is starting;"
                        + " look at its log if that does not pass.");
    }

    @Test
    void whereItSentNoWordsTheClientsAreQuoted() {
        KubernetesClientException failure = new KubernetesClientException("Bad Gateway.", 502, null);
        assertThat(ClusterFailures.unreachable(SERVER, failure))
                .hasMessageContaining("answered 502: Bad Gateway; look");
    }
}
