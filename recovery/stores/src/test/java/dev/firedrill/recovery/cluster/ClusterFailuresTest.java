package dev.firedrill.recovery.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.port.ClusterRefused;
import dev.firedrill.recovery.port.ClusterUnavailable;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterFailuresTest {
    private static final String SERVER = "https://127.0.0.1:6443/";

    @Test
    void a_server_that_refuses_is_quoted_without_what_the_client_puts_around_it() {
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
    void where_it_sent_no_words_the_clients_are_quoted() {
        KubernetesClientException failure = new KubernetesClientException("Bad Gateway.", 502, null);
        assertThat(ClusterFailures.unreachable(SERVER, failure))
                .hasMessageContaining("answered 502: Bad Gateway; look");
    }

    @ParameterizedTest
    @CsvSource({
        "422, Invalid value: too long, true",
        "409, Apply failed with 1 conflict, true",
        "500, failed calling webhook v.example.org, true",
        "403, admission webhook v.example.org denied the request, true",
        "403, User x cannot patch resource, false",
        "500, etcdserver: request timed out, false",
        "503, server is starting, false"
    })
    void a_refusal_of_one_object_concerns_that_object_alone(int code, String said, boolean ofTheObject) {
        KubernetesClientException failure = new KubernetesClientException(said, code, null);
        RuntimeException meant = ClusterFailures.ofWrite(SERVER, Definitions.REPOSITORY, "blue", failure);
        assertThat(meant).isInstanceOf(ofTheObject ? ClusterRefused.class : ClusterUnavailable.class);
        if (ofTheObject) {
            assertThat(meant).hasMessageContaining("Repository 'blue'").hasMessageContaining(said);
        }
    }
}
