package dev.firedrill.environments.kubernetes.inprocess.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.environments.kubernetes.inprocess.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The kinds that are there from the start, read from a file beside this class. */
public final class BuiltInKinds {
    private static final String CRDS = "customresourcedefinitions";
    private static final Map<String, KindRules> RULES = Map.of(
            "namespaces",
            new NamespaceRules(),
            "secrets",
            new SecretRules(),
            "configmaps",
            new ConfigMapRules(),
            CRDS,
            new CrdRules());
    private static final JsonNode SOURCE = read();

    /** What every object's metadata looks like. */
    public static final Schema METADATA = Schema.parse(SOURCE.path("metadata"));

    /** All of them. */
    public static final List<ResourceKind> ALL = all();

    /** Namespaces. */
    public static final ResourceKind NAMESPACES = named("namespaces");

    /** The definitions of custom kinds. */
    public static final ResourceKind CUSTOM_RESOURCE_DEFINITIONS = named(CRDS);

    private BuiltInKinds() {}

    /** The schema of a whole object whose content {@code schema} describes. */
    static Schema withMetadata(Schema schema) {
        Schema text = Schema.parse(SOURCE.path("text"));
        return schema.with("apiVersion", text).with("kind", text).with("metadata", METADATA);
    }

    private static List<ResourceKind> all() {
        List<ResourceKind> kinds = new ArrayList<>();
        SOURCE.path("kinds").forEach(each -> kinds.add(kind(each)));
        return List.copyOf(kinds);
    }

    private static ResourceKind named(String plural) {
        return ALL.stream()
                .filter(each -> each.names().plural().equals(plural))
                .findFirst()
                .orElseThrow();
    }

    private static ResourceKind kind(JsonNode source) {
        String plural = source.path("plural").asText();
        String kind = source.path("kind").asText();
        List<String> subresources = new ArrayList<>();
        source.path("subresources").forEach(each -> subresources.add(each.asText()));
        List<String> shortNames = new ArrayList<>();
        source.path("shortNames").forEach(each -> shortNames.add(each.asText()));
        return new ResourceKind(
                source.path("group").asText(""),
                source.path("version").asText(),
                source.path("version").asText(),
                new ResourceNames(
                        kind, kind + "List", plural, source.path("singular").asText(), shortNames, List.of()),
                source.path("namespaced").asBoolean(),
                subresources,
                false,
                plural.equals(CRDS),
                withMetadata(Schema.parse(source.path("schema"))),
                RULES.getOrDefault(plural, KindRules.NONE));
    }

    private static JsonNode read() {
        try (InputStream file = BuiltInKinds.class.getResourceAsStream("built-in-kinds.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("built-in-kinds.json cannot be read", unreadable);
        }
    }
}
