package dev.firedrill.environments.controlplane.inprocess.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Fills in the defaults that a schema gives, outermost first, so that a default may have defaults within it. */
public final class Defaulter {
    private Defaulter() {}

    /** Fills what is missing in {@code value}, and in the place of nulls that are not allowed to be. */
    public static void fill(JsonNode value, Schema schema) {
        if (value instanceof ObjectNode object) {
            schema.properties().forEach((name, property) -> {
                JsonNode preset = property.keyword("default");
                JsonNode present = object.path(name);
                if (!preset.isMissingNode()
                        && (present.isMissingNode() || (present.isNull() && !property.isNullable()))) {
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
