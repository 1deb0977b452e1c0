package dev.firedrill.recovery.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A package's Kptfile as a tree: what is not known of it stays as it is. */
public final class Kptfile {
    /** The name of the file in its package. */
    public static final String FILE = "Kptfile";

    private static final String GIT = "git";

    private final ObjectNode tree;

    private Kptfile(ObjectNode tree) {
        this.tree = tree;
    }

    /** The Kptfile in {@code text}; empty when that is no YAML mapping, or has something else where a mapping belongs. */
    public static Optional<Kptfile> parse(String text) {
        return Yaml.parse(text)
                .filter(tree -> Yaml.isMappingAt(tree, "metadata", "info", "upstream", "upstreamLock", "status"))
                .map(Kptfile::new);
    }

    /** The Kptfile of {@code content}, when there is one that can be read. */
    public static Optional<Kptfile> of(PackageContent content) {
        return Optional.ofNullable(content.files().get(FILE)).flatMap(Kptfile::parse);
    }

    static Kptfile named(String name) {
        ObjectNode tree = Yaml.mapping();
        tree.put("apiVersion", "kpt.dev/v1").put("kind", FILE);
        tree.putObject("metadata")
                .put("name", name)
                .putObject("annotations")
                .put("config.kubernetes.io/local-config", "true");
        return new Kptfile(tree);
    }

    /** {@code metadata.labels}, the package's labels, which are content and not Kubernetes metadata. */
    public Map<String, String> labels() {
        return texts(tree.path("metadata").path("labels"));
    }

    /** {@code metadata.annotations}. */
    public Map<String, String> annotations() {
        return texts(tree.path("metadata").path("annotations"));
    }

    /** The conditions that {@code info.readinessGates} asks for. */
    public List<String> readinessGates() {
        List<String> gates = new ArrayList<>();
        tree.path("info")
                .path("readinessGates")
                .forEach(gate -> gates.add(gate.path("conditionType").asText()));
        return List.copyOf(gates);
    }

    /** {@code status.conditions}, as they stand. */
    public JsonNode conditions() {
        return tree.path("status").path("conditions");
    }

    /** Where the package was taken from, when it has an upstream in git. */
    public Optional<GitLock> upstreamLock() {
        JsonNode git = tree.path("upstreamLock").path(GIT);
        if (!git.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new GitLock(
                git.path("repo").asText(),
                git.path("directory").asText(),
                git.path("ref").asText(),
                git.path("commit").asText()));
    }

    Kptfile withName(String name) {
        ObjectNode copy = tree.deepCopy();
        copy.withObjectProperty("metadata").put("name", name);
        return new Kptfile(copy);
    }

    Kptfile withInfo(String description, String site, List<String> keywords) {
        ObjectNode copy = tree.deepCopy();
        ObjectNode info = copy.withObjectProperty("info");
        info.put("description", description);
        if (!site.isEmpty()) {
            info.put("site", site);
        }
        if (!keywords.isEmpty()) {
            keywords.forEach(info.putArray("keywords")::add);
        }
        return new Kptfile(copy);
    }

    Kptfile withReadinessGates(List<String> gates) {
        ObjectNode copy = tree.deepCopy();
        if (gates.isEmpty()) {
            if (copy.get("info") instanceof ObjectNode info) {
                info.remove("readinessGates");
            }
            return new Kptfile(copy);
        }
        ArrayNode list = copy.withObjectProperty("info").putArray("readinessGates");
        gates.forEach(gate -> list.addObject().put("conditionType", gate));
        return new Kptfile(copy);
    }

    Kptfile withUpstream(GitLock lock) {
        ObjectNode copy = tree.deepCopy();
        ObjectNode upstream = copy.putObject("upstream").put("type", GIT);
        git(upstream, lock);
        ObjectNode upstreamLock = copy.putObject("upstreamLock").put("type", GIT);
        git(upstreamLock, lock).put("commit", lock.commit());
        return new Kptfile(copy);
    }

    PackageContent into(PackageContent content) {
        SortedMap<String, String> files = new TreeMap<>(content.files());
        files.put(FILE, Yaml.print(tree));
        return new PackageContent(files);
    }

    private static ObjectNode git(ObjectNode parent, GitLock lock) {
        return parent.putObject(GIT)
                .put("repo", Secrets.removed(lock.repository()))
                .put("directory", lock.directory())
                .put("ref", lock.ref());
    }

    private static Map<String, String> texts(JsonNode mapping) {
        Map<String, String> texts = new LinkedHashMap<>();
        mapping.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
