package dev.firedrill.environments.kubernetes.inprocess;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.model.ClusterAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Plain HTTP to the API under test. */
final class HttpProbe {
    private final HttpClient client;
    private final String root;
    private final String authorization;

    HttpProbe(ClusterAddress address) {
        JsonNode config = Yaml.tree(address.kubeconfig());
        this.client = HttpClient.newHttpClient();
        this.root = config.at("/clusters/0/cluster/server").asText();
        this.authorization = "Bearer " + config.at("/users/0/user/token").asText();
    }

    private HttpProbe(HttpProbe other, String authorization) {
        this.client = other.client;
        this.root = other.root;
        this.authorization = authorization;
    }

    HttpProbe as(String credentials) {
        return new HttpProbe(this, credentials);
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    HttpResponse<String> merge(String path, String patch) {
        return send(request(path)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(patch)));
    }

    HttpResponse<String> send(String method, String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Watches to the end; returns when the watch has begun. */
    CompletableFuture<List<String>> watch(String path) {
        try {
            HttpResponse<Stream<String>> response =
                    client.send(request(path).build(), HttpResponse.BodyHandlers.ofLines());
            return CompletableFuture.supplyAsync(() -> response.body().toList(), task -> new Thread(task).start());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    static JsonNode body(HttpResponse<String> response) {
        return Yaml.tree(response.body());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
