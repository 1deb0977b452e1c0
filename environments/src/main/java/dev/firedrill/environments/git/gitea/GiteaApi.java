package dev.firedrill.environments.git.gitea;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gitea's REST API as far as the harness needs it. */
public final class GiteaApi {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What Gitea answered.
     *
     * @param status the HTTP status
     * @param body the JSON document; missing when there was none
     */
    public record GiteaReply(int status, JsonNode body) {
        /** Whether it did what was asked. */
        public boolean ok() {
            return status / 100 == 2;
        }

        /** Whether it says that there is no such thing. */
        public boolean absent() {
            return status == 404;
        }
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String base;
    /** {@code null} for a stranger. */
    private final @Nullable String authorization;

    private GiteaApi(String base, @Nullable String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    /** Without a login, for servers that have no user yet: they refuse unknown ones. */
    public static GiteaApi stranger(int port) {
        return new GiteaApi(local(port) + "/api/v1", null);
    }

    /** As a user of the server on a port of this machine. */
    public static GiteaApi withPassword(int port, String user, String password) {
        return withPassword(local(port), user, password);
    }

    /**
     * As a user of any server.
     *
     * @param server its URL, without a slash at its end
     */
    public static GiteaApi withPassword(String server, String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new GiteaApi(server + "/api/v1", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** With a token of the server on a port of this machine. */
    public static GiteaApi withToken(int port, String token) {
        return new GiteaApi(local(port) + "/api/v1", "token " + token);
    }

    private static String local(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** Whether the server answers at all. */
    public boolean answers() {
        try {
            return send("GET", "/version", Map.of()).ok();
        } catch (IOException silent) {
            return false;
        }
    }

    /** Whether the server answers a stranger within {@code patience}. */
    public static boolean answers(int port, Duration patience) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            socket.getOutputStream().write("GET /api/v1/version HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() >= 0;
        } catch (IOException silent) {
            return false;
        }
    }

    /**
     * Reads what must be there.
     *
     * @throws EnvironmentFailure when it is not
     */
    public JsonNode get(String path) {
        return must("GET", path, Map.of());
    }

    /**
     * Does what must succeed.
     *
     * @throws EnvironmentFailure when it does not
     */
    public JsonNode must(String method, String path, Map<String, ?> body) {
        GiteaReply reply = ask(method, path, body);
        if (!reply.ok()) {
            throw new EnvironmentFailure("Gitea answered " + reply.status() + " to " + method + " " + path + ": "
                    + reply.body().path("message").asText());
        }
        return reply.body();
    }

    /**
     * Asks for something, whatever the answer is.
     *
     * @throws EnvironmentFailure when there is none
     */
    public GiteaReply ask(String method, String path, Map<String, ?> body) {
        try {
            return send(method, path, body);
        } catch (IOException silent) {
            throw new EnvironmentFailure(
                    "Gitea did not answer to " + method + " " + path + ": " + silent.getMessage(), silent);
        }
    }

    /** A path segment, whatever it holds. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private GiteaReply send(String method, String path, Map<String, ?> body) throws IOException {
        HttpRequest.BodyPublisher content = body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, content);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new GiteaReply(answer.statusCode(), document(answer.body()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EnvironmentFailure("Interrupted while Gitea was asked for " + path, stopped);
        }
    }

    /** An answer that is no JSON, such as the page of a proxy, has nothing to say beyond its status. */
    private static JsonNode document(byte[] body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? JSON.missingNode() : read;
        } catch (IOException noJson) {
            return JSON.missingNode();
        }
    }
}
