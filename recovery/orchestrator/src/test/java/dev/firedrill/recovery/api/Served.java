package dev.firedrill.recovery.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.fake.EngineFixture;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An API server over a fixture, and a client that speaks plain HTTP. */
final class Served implements AutoCloseable {
    static final String REVISIONS = "/apis/porch.kpt.dev/v1alpha1/namespaces/demo/packagerevisions";
    static final String RESOURCES = "/apis/porch.kpt.dev/v1alpha1/namespaces/demo/packagerevisionresources";

    final EngineFixture fixture = new EngineFixture();
    private final ApiServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();

    Served(Optional<String> token) throws IOException {
        server = ApiServer.start(
                new InetSocketAddress("127.0.0.1", 0),
                fixture.engine,
                new SomePages(),
                token,
                UnaryOperator.identity());
    }

    String url() {
        return "http://127.0.0.1:" + server.address().getPort();
    }

    Reply get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> raw(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    Reply send(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), mapper.readTree(response.body()));
    }

    @Override
    public void close() {
        server.close();
    }

    record Reply(int code, JsonNode json) {
        String message() {
            return json.path("message").asText();
        }
    }

    private static final class SomePages implements Pages {
        @Override
        public Page ready(Optional<Instant> since) {
            return new Page(
                    since.isEmpty(), JsonNodeFactory.instance.objectNode().put("since", since.toString()));
        }

        @Override
        public ObjectNode status() {
            return JsonNodeFactory.instance.objectNode().put("fine", true);
        }
    }
}
