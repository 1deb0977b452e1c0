package dev.firedrill.environments.kubernetes.inprocess.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Fills in the defaults that a schema gives, outermost first, so that a default may have defaults within it. A null where
 * none is allowed counts as nothing said.
 */
public final class Defaulter {
    private Defaulter() {}

    /** Fills what is missing in {@code value}. */
    public static void fill(JsonNode value, Schema schema) {
        if (value instanceof ObjectNode object) {
            schema.properties().forEach((name, property) -> {
                if (object.path(name).isNull() && !property.isNullable()) {
                    object.remove(name);
                }
                JsonNode preset = property.keyword("default");
                if (!preset.isMissingNode() && !object.has(name)) {
                    object.set(name, preset.deepCopy());
                }
            });
            object.properties()
                    .forEach(each -> schema.property(each.getKey()).ifPresent(known -> fill(each.getValue(), known)));
        } else if (value.isArray()) {
            schema.items().ifPresent(items -> value.forEach(each -> fill(each, items)));
        }
    }
}
