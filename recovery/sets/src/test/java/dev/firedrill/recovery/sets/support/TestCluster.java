package dev.firedrill.recovery.sets.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;

/** A Kubernetes API that stores objects and gives them UIDs; it runs no controllers. */
public final class TestCluster implements AutoCloseable {
    private static final String PORCH = "/apis/config.porch.kpt.dev/";

    private final KubernetesMockServer server = new KubernetesMockServer(
            new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), false);
    private final KubernetesClient client;

    public TestCluster() {
        server.init();
        client = server.createClient();
    }

    public KubernetesClient client() {
        return client;
    }

    /** A file by which commands find it. */
    public String kubeconfig(Path folder) throws IOException {
        Path file = folder.resolve("kubeconfig-" + server.getPort());
        Files.writeString(file, """
                apiVersion: v1
                kind: Config
                clusters: [{name: c, cluster: {server: "%s"}}]
                contexts: [{name: c, context: {cluster: c, user: u}}]
                users: [{name: u, user: {token: canary-token}}]
                current-context: c
                """.formatted(client.getMasterUrl()));
        return file.toString();
    }

    public JsonNode create(String path, String json) {
        return read(client.raw(path, "POST", json.replace('\'', '"')));
    }

    public JsonNode get(String path) {
        return read(client.raw(path));
    }

    public JsonNode repository(String name) {
        return repository(name, "https://git.example.com/" + name + ".git");
    }

    public JsonNode repository(String name, String url) {
        return create(PORCH + "v1alpha1/namespaces/ns/repositories", """
                {'apiVersion': 'config.porch.kpt.dev/v1alpha1', 'kind': 'Repository',
                 'metadata': {'name': '%s', 'namespace': 'ns', 'finalizers': ['config.porch.kpt.dev/repository']},
                 'spec': {'type': 'git', 'git': {'repo': '%s', 'secretRef': {'name': 'login'}}},
                 'status': {'packageCount': 4}}
                """.formatted(name, url));
    }

    public JsonNode variantSet(String name) {
        return create(PORCH + "v1alpha2/namespaces/ns/packagevariantsets", """
                {'apiVersion': 'config.porch.kpt.dev/v1alpha2', 'kind': 'PackageVariantSet',
                 'metadata': {'name': '%s', 'namespace': 'ns'}, 'spec': {'upstream': {'repo': 'blueprints'}}}
                """.formatted(name));
    }

    public JsonNode variant(String name, JsonNode owner) {
        String uid = owner.path("metadata").path("uid").asText();
        return create(PORCH + "v1alpha1/namespaces/ns/packagevariants", """
                {'apiVersion': 'config.porch.kpt.dev/v1alpha1', 'kind': 'PackageVariant',
                 'metadata': {'name': '%s', 'namespace': 'ns',
                  'labels': {'config.porch.kpt.dev/packagevariantset': '%s'},
                  'ownerReferences': [{'apiVersion': '%s', 'kind': '%s', 'name': '%s', 'uid': '%s', 'controller': true}]},
                 'spec': {'downstream': {'repo': 'deployments', 'package': '%s'}}}
                """.formatted(
                        name,
                        uid,
                        owner.path("apiVersion").asText(),
                        owner.path("kind").asText(),
                        owner.path("metadata").path("name").asText(),
                        uid,
                        name));
    }

    public static String path(String version, String plural, String name) {
        return PORCH + version + "/namespaces/ns/" + plural + (name.isEmpty() ? "" : "/" + name);
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json == null ? "null" : json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.destroy();
    }
}
