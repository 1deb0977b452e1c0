package dev.firedrill.environments.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the clients of the harness make of an API that asks to be asked again, as k3s 1.31 on etcd was seen to do. */
class HarnessClientTest {
    private static final String TOO_EARLY = "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\","
            + "\"message\":\"storage is (re)initializing\",\"reason\":\"TooManyRequests\",\"code\":429}";
    private static final String NONE = "{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"items\":[]}";

    private final AtomicInteger asked = new AtomicInteger();
    private int tooEarly;
    private HttpServer server;

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void an_api_that_is_not_there_yet_is_asked_again() {
        tooEarly = 3;
        try (KubernetesClient client = HarnessClient.of(config())) {
            assertThat(client.configMaps().inNamespace("drill").list().getItems())
                    .isEmpty();
        }
        assertThat(asked).hasValue(4);
    }

    @Test
    void an_api_that_stays_away_is_told() {
        tooEarly = Integer.MAX_VALUE;
        try (KubernetesClient client = HarnessClient.of(config())) {
            assertThatThrownBy(() -> client.configMaps().inNamespace("drill").list())
                    .isInstanceOf(KubernetesClientException.class)
                    .hasMessageContaining("storage is (re)initializing");
        }
        assertThat(asked).hasValue(4);
    }

    @Test
    void whoever_tries_again_by_himself_is_answered_once() {
        tooEarly = 1;
        try (KubernetesClient client = HarnessClient.withoutRetries(config())) {
            assertThatThrownBy(() -> client.configMaps().inNamespace("drill").list())
                    .isInstanceOf(KubernetesClientException.class);
        }
        assertThat(asked).hasValue(1);
    }

    private Config config() {
        return new ConfigBuilder(Config.empty())
                .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .build();
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean early = asked.incrementAndGet() <= tooEarly;
        byte[] body = (early ? TOO_EARLY : NONE).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(early ? 429 : 200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
