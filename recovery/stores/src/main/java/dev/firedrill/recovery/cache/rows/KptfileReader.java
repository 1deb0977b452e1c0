package dev.firedrill.recovery.cache.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.PackageContent;
import java.util.Optional;

/** The facts in a package's Kptfile that Porch copies into columns and API fields. */
final class KptfileReader {
    /** The file that makes a directory a package. */
    static final String NAME = "Kptfile";

    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonNode root;

    private KptfileReader(JsonNode root) {
        this.root = root;
    }

    /** The Kptfile of a package; empty when there is none or it is not a YAML mapping. */
    static Optional<KptfileReader> of(PackageContent content) {
        String text = content.files().getOrDefault(NAME, "");
        try {
            return YAML.readTree(text) instanceof ObjectNode root
                    ? Optional.of(new KptfileReader(root))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** {@code upstreamLock} as {@code {type, git{repo, directory, ref, commit}}}; a missing node when there is none. */
    JsonNode upstreamLock() {
        return root.path("upstreamLock") instanceof ObjectNode lock ? lock : MissingNode.getInstance();
    }

    /** {@code status.conditions}, possibly empty. */
    ArrayNode conditions() {
        return array(root.path("status").path("conditions"));
    }

    /** {@code info.readinessGates} as {@code [{conditionType}]}, possibly empty. */
    ArrayNode readinessGates() {
        return array(root.path("info").path("readinessGates"));
    }

    /** {@code metadata.labels} and {@code metadata.annotations} as Porch's {@code packageMetadata}. */
    ObjectNode packageMetadata() {
        ObjectNode result = Json.object();
        for (String key : new String[] {"labels", "annotations"}) {
            if (root.path("metadata").path(key) instanceof ObjectNode map && !map.isEmpty()) {
                result.set(key, map);
            }
        }
        return result;
    }

    private static ArrayNode array(JsonNode node) {
        return node instanceof ArrayNode array ? array : Json.array();
    }
}
