package dev.firedrill.environments.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.environments.kubernetes.HarnessClient;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.EnvironmentFailure;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** What a Kubernetes API holds, as JSON: its events, and every custom object. Secrets are never read. */
public final class ClusterState {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private ClusterState() {}

    /**
     * The events of all namespaces.
     *
     * @throws EnvironmentFailure when the API does not answer, or keeps no events
     */
    public static String events(ClusterAddress cluster) {
        return with(cluster, client -> pretty(get(client, "/api/v1/events")));
    }

    /**
     * Every object of every kind that somebody defined.
     *
     * @throws EnvironmentFailure when the API does not answer
     */
    public static String customObjects(ClusterAddress cluster) {
        return with(cluster, client -> {
            StringBuilder all = new StringBuilder();
            for (JsonNode definition : get(client, DEFINITIONS).path("items")) {
                JsonNode spec = definition.path("spec");
                String plural = spec.at("/names/plural").asText();
                String path = "/apis/" + spec.path("group").asText() + "/"
                        + spec.at("/versions/0/name").asText() + "/" + plural;
                all.append("# ").append(path).append('\n');
                all.append(pretty(get(client, path).path("items"))).append('\n');
            }
            return all.toString();
        });
    }

    private interface Reading {
        String of(KubernetesClient client) throws JsonProcessingException;
    }

    private static String with(ClusterAddress cluster, Reading reading) {
        try (KubernetesClient client = HarnessClient.of(Config.fromKubeconfig(cluster.kubeconfig()))) {
            return reading.of(client);
        } catch (KubernetesClientException | JsonProcessingException unreadable) {
            throw new EnvironmentFailure(
                    "The control plane cannot be read for evidence: " + unreadable.getMessage(), unreadable);
        }
    }

    private static JsonNode get(KubernetesClient client, String path) throws JsonProcessingException {
        String answer = client.raw(path);
        if (answer == null) {
            throw new EnvironmentFailure("The control plane has no " + path);
        }
        return JSON.readTree(answer);
    }

    private static String pretty(JsonNode tree) throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    }
}
