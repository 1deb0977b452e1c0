package dev.firedrill.environments.system.shipped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The pages that our orchestrator serves beside Porch's API. Safe for use by several threads. */
final class OrchestratorPages {
    private static final Duration CALL = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CALL)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final String base;

    OrchestratorPages(URI base) {
        this.base = base.toString().replaceAll("/+$", "");
    }

    /**
     * Whether it is ready after a complete pass that began after {@code since}. Asked for one, the orchestrator does not wait
     * for its next poll.
     */
    boolean readySince(Instant since) {
        return get("/readyz?since=" + URLEncoder.encode(since.toString(), StandardCharsets.UTF_8))
                .isPresent();
    }

    /** What it says of itself; empty when it does not answer, or with something else. */
    Optional<StatusPage> status() {
        return get("/status").flatMap(this::read);
    }

    private Optional<StatusPage> read(String body) {
        try {
            return Optional.of(json.readValue(body, StatusPage.class));
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<String> get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(CALL)
                    .header("Accept", "application/json")
                    .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return answer.statusCode() / 100 == 2 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException silence) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
