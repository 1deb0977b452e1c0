package dev.firedrill.environments.kubernetes.inprocess;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.firedrill.environments.kubernetes.inprocess.schema.Schema;

/** Short ways to write trees down in tests. */
public final class Yaml {
    private static final YAMLMapper MAPPER = new YAMLMapper();

    private Yaml() {}

    public static JsonNode tree(String yaml) {
        try {
            return MAPPER.readTree(yaml);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(yaml, unreadable);
        }
    }

    public static ObjectNode object(String yaml) {
        return (ObjectNode) tree(yaml);
    }

    public static Schema schema(String yaml) {
        return Schema.parse(tree(yaml));
    }
}
