package dev.firedrill.environments.controlplane.inprocess.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Drops the fields that a schema does not know. */
public final class Pruner {
    private static final Set<String> OF_EVERY_RESOURCE = Set.of("apiVersion", "kind", "metadata");

    private Pruner() {}

    /** Drops from {@code object}, a whole resource, what {@code schema} does not know. */
    public static void prune(ObjectNode object, Schema schema) {
        pruneObject(object, schema, true);
    }

    /** Drops from {@code value}, a part of a resource, what {@code schema} does not know. */
    public static void prunePart(JsonNode value, Schema schema) {
        if (value instanceof ObjectNode object) {
            pruneObject(object, schema, schema.isEmbeddedResource());
        } else if (value.isArray()) {
            schema.items().ifPresent(items -> value.forEach(each -> prunePart(each, items)));
        }
    }

    private static void pruneObject(ObjectNode object, Schema schema, boolean resource) {
        List<String> unknown = new ArrayList<>();
        object.properties().forEach(each -> {
            Optional<Schema> known = schema.property(each.getKey());
            if (known.isPresent()) {
                prunePart(each.getValue(), known.get());
            } else if (!schema.preservesUnknown() && !(resource && OF_EVERY_RESOURCE.contains(each.getKey()))) {
                unknown.add(each.getKey());
            }
        });
        object.remove(unknown);
    }
}
