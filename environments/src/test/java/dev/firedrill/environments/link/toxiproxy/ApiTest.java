package dev.firedrill.environments.link.toxiproxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.environments.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The HTTP API as Toxiproxy documents it. */
class ApiTest {
    private static final String ECHO = "{\"name\":\"echo\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:9\"}";

    private final Ports ports = new Ports();
    private final ToxiproxyServer server = ToxiproxyServer.open(ports);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void nothingStays() {
        server.close();
        ports.close();
    }

    @Test
    void a_proxy_is_made_read_changed_and_removed() throws IOException {
        assertThat(status("POST", "/proxies", ECHO)).isEqualTo(201);
        assertThat(json("GET", "/proxies", "").path("echo").path("enabled").asBoolean())
                .isTrue();
        assertThat(json("POST", "/proxies/echo", "{\"enabled\":false}")
                        .path("enabled")
                        .asBoolean())
                .isFalse();
        assertThat(json("PATCH", "/proxies/echo", "{\"upstream\":\"127.0.0.1:7\"}")
                        .path("upstream")
                        .asText())
                .isEqualTo("127.0.0.1:7");
        assertThat(status("DELETE", "/proxies/echo", "")).isEqualTo(204);
        assertThat(status("GET", "/proxies/echo", "")).isEqualTo(404);
    }

    @Test
    void a_toxic_is_made_read_changed_and_removed() throws IOException {
        status("POST", "/proxies", ECHO);
        JsonNode made = json("POST", "/proxies/echo/toxics", "{\"type\":\"latency\",\"attributes\":{\"latency\":5}}");
        assertThat(made.path("name").asText()).isEqualTo("latency_downstream");
        assertThat(made.path("toxicity").asDouble()).isEqualTo(1);
        String path = "/proxies/echo/toxics/latency_downstream";
        assertThat(json("POST", path, "{\"attributes\":{\"latency\":7}}")
                        .at("/attributes/latency")
                        .asInt())
                .isEqualTo(7);
        assertThat(json("GET", "/proxies/echo/toxics", "")).hasSize(1);
        assertThat(status("DELETE", path, "")).isEqualTo(204);
        assertThat(json("GET", "/proxies/echo", "").path("toxics")).isEmpty();
    }

    @Test
    void reset_enables_every_proxy_and_removes_every_toxic() throws IOException {
        status("POST", "/proxies", ECHO);
        status("POST", "/proxies/echo/toxics", "{\"type\":\"timeout\"}");
        status("POST", "/proxies/echo", "{\"enabled\":false}");
        assertThat(status("POST", "/reset", "")).isEqualTo(204);
        JsonNode proxy = json("GET", "/proxies/echo", "");
        assertThat(proxy.path("enabled").asBoolean()).isTrue();
        assertThat(proxy.path("toxics")).isEmpty();
    }

    @Test
    void populate_makes_what_is_missing_and_spares_what_is_so_already() throws IOException {
        String listen = json("POST", "/proxies", ECHO).path("listen").asText();
        status("POST", "/proxies/echo/toxics", "{\"type\":\"timeout\"}");
        String same = "{\"name\":\"echo\",\"listen\":\"" + listen + "\",\"upstream\":\"127.0.0.1:9\"}";
        String other = ECHO.replace("echo", "other");
        assertThat(json("POST", "/populate", "[" + same + "," + other + "]").path("proxies"))
                .hasSize(2);
        assertThat(json("GET", "/proxies/echo", "").path("toxics")).hasSize(1);
        assertThat(json("GET", "/proxies", "")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/proxies|{\"name\":\"x\"}|400",
                "POST|/proxies|not json|400",
                "POST|/proxies|{\"name\":\"echo\",\"upstream\":\"127.0.0.1:9\"}|409",
                "POST|/proxies/echo/toxics|{\"type\":\"gremlin\"}|400",
                "POST|/proxies/echo/toxics|{\"type\":\"latency\",\"stream\":\"sideways\"}|400",
                "POST|/proxies/echo/toxics|{\"type\":\"latency\",\"toxicity\":0.5}|400",
                "POST|/proxies/echo/toxics|{\"type\":\"latency\",\"attributes\":{\"jitter\":5}}|400",
                "GET|/proxies/absent|''|404",
                "DELETE|/proxies/echo/toxics/absent|''|404",
                "GET|/nowhere|''|404",
                "PUT|/proxies/echo|{}|405"
            })
    void what_makes_no_sense_is_refused(String method, String path, String body, int status) throws IOException {
        status("POST", "/proxies", ECHO);
        assertThat(status(method, path, body)).isEqualTo(status);
        assertThat(json(method, path, body).path("error").asText()).isNotEmpty();
    }

    @Test
    void the_stand_in_does_not_pass_for_the_product() throws IOException {
        assertThat(json("GET", "/version", "").path("version").asText()).isEqualTo(ToxiproxyServer.VERSION);
    }

    private int status(String method, String path, String body) throws IOException {
        return send(method, path, body).statusCode();
    }

    private JsonNode json(String method, String path, String body) throws IOException {
        return new ObjectMapper().readTree(send(method, path, body).body());
    }

    private HttpResponse<String> send(String method, String path, String body) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
