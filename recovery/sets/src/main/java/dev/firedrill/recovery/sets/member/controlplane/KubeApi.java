package dev.firedrill.recovery.sets.member.controlplane;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Objects of the Kubernetes API as JSON, exactly as the server writes them. */
final class KubeApi {
    private static final int PAGE = 500;

    private final KubernetesClient client;
    private final ObjectMapper mapper = new ObjectMapper();

    KubeApi(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Gives every object of a kind to {@code each}.
     *
     * @return the resource version of the list; empty when the server does not know the kind
     */
    Optional<String> list(ObjectKind kind, String namespace, Consumer<ObjectNode> each) {
        String version = "";
        String next = "";
        do {
            String query = "?limit=" + PAGE + (next.isEmpty() ? "" : "&continue=" + encoded(next));
            Optional<ObjectNode> page = call(kind.path(namespace) + query, "GET", null);
            if (page.isEmpty()) {
                return Optional.empty();
            }
            JsonNode metadata = page.get().path("metadata");
            version = metadata.path("resourceVersion").asText();
            next = metadata.path("continue").asText();
            for (JsonNode item : page.get().path("items")) {
                // Objects in a list of a built-in kind do not say what they are.
                ObjectNode object = (ObjectNode) item;
                object.put("apiVersion", kind.apiVersion());
                object.put("kind", kind.kind());
                each.accept(object);
            }
        } while (!next.isEmpty());
        return Optional.of(version);
    }

    Optional<ObjectNode> get(ObjectKind kind, String namespace, String name) {
        return call(kind.path(namespace) + "/" + encoded(name), "GET", null);
    }

    ObjectNode create(ObjectKind kind, String namespace, ObjectNode object) {
        return required(call(kind.path(namespace), "POST", object), kind, "creating");
    }

    ObjectNode replace(ObjectKind kind, String namespace, String name, ObjectNode object) {
        return required(call(kind.path(namespace) + "/" + encoded(name), "PUT", object), kind, "replacing");
    }

    private static ObjectNode required(Optional<ObjectNode> answer, ObjectKind kind, String what) {
        return answer.orElseThrow(() -> new StoreUnavailable(what + " a " + kind.kind()
                + " failed: the control plane does not know the kind; install its definition first"));
    }

    private Optional<ObjectNode> call(String path, String method, @Nullable ObjectNode payload) {
        try {
            String answer = client.raw(path, method, payload == null ? null : payload.toString());
            return answer == null ? Optional.empty() : Optional.of((ObjectNode) mapper.readTree(answer));
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return Optional.empty();
            }
            String why = e.getStatus() == null
                    ? String.valueOf(e.getMessage())
                    : e.getStatus().getMessage();
            throw new StoreUnavailable(
                    method + " " + path.replaceFirst("\\?.*", "") + " at the control plane failed: " + why, e);
        } catch (JsonProcessingException | ClassCastException e) {
            throw new StoreUnavailable("the control plane answered " + method + " " + path + " with no object", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
