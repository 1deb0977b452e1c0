package dev.firedrill.environments.interlock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kubeconfig with exactly one context and everything in it that the files it named held, so that it can be handed on.
 *
 * @param document the kubeconfig
 */
public record KubeAccess(ObjectNode document) {
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    /** What a kubeconfig can name a file for, and what it can hold in its place. */
    private static final List<String> INLINED = List.of("certificate-authority", "client-certificate", "client-key");

    public static KubeAccess of(Target.Cluster cluster) {
        try {
            return new KubeAccess((ObjectNode) YAML.readTree(cluster.kubeconfig()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Takes one context out of a user's kubeconfig.
     *
     * @param context which; empty for the one that the file calls current
     * @throws IllegalArgumentException when the file cannot be used
     */
    public static KubeAccess read(Path file, Optional<String> context, String namespace) {
        try {
            JsonNode all = YAML.readTree(file.toFile());
            String name = context.orElse(all.path("current-context").asText());
            JsonNode chosen = named(all, "contexts", name, file).path("context");
            ObjectNode cluster = inlined(
                    named(all, "clusters", chosen.path("cluster").asText(), file)
                            .path("cluster"),
                    file);
            ObjectNode user = inlined(
                    named(all, "users", chosen.path("user").asText(), file).path("user"), file);
            if (!isServer(cluster.path("server").asText())) {
                throw unusable(file, "its context '" + name + "' has no server with an http or https URL");
            }
            return new KubeAccess(YAML.valueToTree(Map.of(
                    "apiVersion",
                    "v1",
                    "kind",
                    "Config",
                    "current-context",
                    name,
                    "contexts",
                    List.of(Map.of(
                            "name",
                            name,
                            "context",
                            Map.of("cluster", "target", "user", "target", "namespace", namespace))),
                    "clusters",
                    List.of(Map.of("name", "target", "cluster", cluster)),
                    "users",
                    List.of(Map.of("name", "target", "user", user)))));
        } catch (JsonProcessingException noYaml) {
            // The reason that the parser gives shows lines of the file, and those hold credentials.
            throw unusable(
                    file, "it is no YAML, look at line " + noYaml.getLocation().getLineNr());
        } catch (IOException unreadable) {
            throw unusable(file, "it, or a file that it names, cannot be read: " + unreadable.getMessage());
        }
    }

    public String context() {
        return document.path("current-context").asText();
    }

    public InetSocketAddress endpoint() {
        URI server = server();
        int usual = server.getScheme().equals("https") ? HTTPS : HTTP;
        return InetSocketAddress.createUnresolved(
                server.getHost().replaceAll("[\\[\\]]", ""), server.getPort() < 0 ? usual : server.getPort());
    }

    public boolean isCertified() {
        return server().getScheme().equals("https");
    }

    public String text() {
        try {
            return YAML.writeValueAsString(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * The same cluster for whom it is at {@code link}. Its certificate has to name the link's host: the client library that
     * the orchestrator and the harness use takes no other name to hold it against.
     */
    public KubeAccess through(InetSocketAddress link) {
        ObjectNode moved = document.deepCopy();
        ObjectNode cluster = (ObjectNode) moved.at("/clusters/0/cluster");
        URI server = server();
        String path = server.getPath() == null ? "" : server.getPath();
        cluster.put("server", server.getScheme() + "://" + link.getHostString() + ":" + link.getPort() + path);
        return new KubeAccess(moved);
    }

    private static boolean isServer(String url) {
        try {
            return url.matches("https?://.+") && URI.create(url).getHost() != null;
        } catch (IllegalArgumentException noUrl) {
            return false;
        }
    }

    private URI server() {
        return URI.create(document.at("/clusters/0/cluster/server").asText());
    }

    private static JsonNode named(JsonNode all, String list, String name, Path file) {
        for (JsonNode one : all.path(list)) {
            if (one.path("name").asText().equals(name) && !name.isEmpty()) {
                return one;
            }
        }
        throw unusable(file, "it has nothing called '" + name + "' among its " + list);
    }

    private static ObjectNode inlined(JsonNode part, Path file) throws IOException {
        ObjectNode whole = part.isObject() ? part.deepCopy() : YAML.createObjectNode();
        for (String key : INLINED) {
            JsonNode named = whole.remove(key);
            if (named != null && !whole.has(key + "-data")) {
                whole.put(key + "-data", Base64.getEncoder().encodeToString(Files.readAllBytes(near(file, named))));
            }
        }
        JsonNode token = whole.remove("tokenFile");
        if (token != null && !whole.has("token")) {
            whole.put("token", Files.readString(near(file, token)).strip());
        }
        return whole;
    }

    private static Path near(Path file, JsonNode named) {
        return file.toAbsolutePath().resolveSibling(named.asText());
    }

    private static IllegalArgumentException unusable(Path file, String why) {
        return new IllegalArgumentException("The kubeconfig " + file + " cannot be used: " + why + "; correct it, or"
                + " control-plane.kubeconfig and control-plane.context in the target's file");
    }

    @Override
    public String toString() {
        return "KubeAccess[" + context() + "]";
    }
}
