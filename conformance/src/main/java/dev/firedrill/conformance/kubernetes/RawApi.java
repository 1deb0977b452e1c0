package dev.firedrill.conformance.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** Plain HTTP requests to a Kubernetes API, for behaviour that a client library smooths over. */
final class RawApi {
    static final String JSON = "application/json";
    static final String MERGE = "application/merge-patch+json";
    static final String JSON_PATCH = "application/json-patch+json";
    static final String STRATEGIC = "application/strategic-merge-patch+json";
    static final String APPLY = "application/apply-patch+yaml";

    /** Too many requests, with which the API also says that it is not there yet. */
    private static final int TOO_EARLY = 429;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http;
    private final String root;
    private final String token;

    RawApi(Config config) {
        this.root = config.getMasterUrl().replaceAll("/$", "");
        this.token = config.getAutoOAuthToken() == null ? "" : config.getAutoOAuthToken();
        this.http = client(config);
    }

    RawAnswer get(String path) {
        return send("GET", path, "", "");
    }

    RawAnswer create(String collection, JsonNode object) {
        return send("POST", collection, JSON, object.toString());
    }

    RawAnswer replace(String path, JsonNode object) {
        return send("PUT", path, JSON, object.toString());
    }

    RawAnswer merge(String path, String patch) {
        return send("PATCH", path, MERGE, Widgets.yaml(patch).toString());
    }

    RawAnswer jsonPatch(String path, String patch) {
        return send("PATCH", path, JSON_PATCH, Widgets.yaml(patch).toString());
    }

    RawAnswer strategic(String path, String patch) {
        return send("PATCH", path, STRATEGIC, Widgets.yaml(patch).toString());
    }

    /** Server-side apply by a field manager, without force. */
    RawAnswer apply(String path, String manager, JsonNode object) {
        return send("PATCH", path + "?fieldManager=" + manager, APPLY, object.toString());
    }

    /** Server-side apply by a field manager that takes contested fields over. */
    RawAnswer applyByForce(String path, String manager, JsonNode object) {
        return send("PATCH", path + "?force=true&fieldManager=" + manager, APPLY, object.toString());
    }

    RawAnswer delete(String path) {
        return send("DELETE", path, "", "");
    }

    /** Deletes under preconditions, given as the inner part of DeleteOptions. */
    RawAnswer delete(String path, String preconditions) {
        JsonNode options = Widgets.yaml("{apiVersion: v1, kind: DeleteOptions, preconditions: " + preconditions + "}");
        return send("DELETE", path, JSON, options.toString());
    }

    /**
     * Any request; an empty content type sends no body. Where the API says that it is too early, which it does of a kind that
     * was just defined or rewound, it is asked again, as it asks its clients to do; it has done nothing until then.
     */
    RawAnswer send(String method, String path, String contentType, String body) {
        HttpRequest.Builder request = request(path).timeout(Duration.ofSeconds(30));
        if (contentType.isEmpty()) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.method(method, HttpRequest.BodyPublishers.ofString(body)).header("Content-Type", contentType);
        }
        AtomicReference<HttpResponse<String>> answer = new AtomicReference<>();
        Wait.until("the API to take requests", Patience.START, () -> {
            answer.set(exchange(request.build(), HttpResponse.BodyHandlers.ofString()));
            return answer.get().statusCode() != TOO_EARLY;
        });
        HttpResponse<String> response = answer.get();
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new RawAnswer(response.statusCode(), type, parse(response.body()), response.body());
    }

    /**
     * Opens a watch; the path must hold the query {@code watch=true}. Where the API says that it is too early, it is
     * asked again, as it asks its clients to do: from 1.31 on it is for a moment after a start that counts as ready.
     */
    RawWatch watch(String path) {
        AtomicReference<HttpResponse<InputStream>> answer = new AtomicReference<>();
        Wait.until("the API to take watches", Patience.START, () -> {
            answer.set(exchange(request(path).build(), HttpResponse.BodyHandlers.ofInputStream()));
            return answer.get().statusCode() != TOO_EARLY;
        });
        return new RawWatch(answer.get().statusCode(), answer.get().body());
    }

    /** The same API to somebody whom it does not know. */
    int statusForStranger(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path)).build();
        return exchange(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.header("Accept", JSON).header("User-Agent", "conformance/1.0");
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException text) {
            return MAPPER.missingNode();
        }
    }

    private static HttpClient client(Config config) {
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(SSLUtils.sslContext(config))
                    .build();
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("the kubeconfig's certificates are unusable", unusable);
        }
    }
}
