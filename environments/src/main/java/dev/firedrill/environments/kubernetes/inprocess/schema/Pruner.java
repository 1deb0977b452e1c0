package dev.firedrill.environments.kubernetes.inprocess.schema;

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

    /**
     * Drops from {@code object}, a whole resource, what {@code schema} does not know.
     *
     * @return the paths of what was dropped, such as {@code .spec.colour}
     */
    public static List<String> prune(ObjectNode object, Schema schema) {
        List<String> dropped = new ArrayList<>();
        pruneObject(object, schema, true, "", dropped);
        return dropped;
    }

    private static void prunePart(JsonNode value, Schema schema, String path, List<String> dropped) {
        if (value instanceof ObjectNode object) {
            pruneObject(object, schema, schema.isEmbeddedResource(), path, dropped);
        } else if (value.isArray() && schema.items().isPresent()) {
            for (int i = 0; i < value.size(); i++) {
                prunePart(value.get(i), schema.items().get(), path + "[" + i + "]", dropped);
            }
        }
    }

    private static void pruneObject(
            ObjectNode object, Schema schema, boolean resource, String path, List<String> dropped) {
        List<String> unknown = new ArrayList<>();
        object.properties().forEach(each -> {
            String name = each.getKey();
            Optional<Schema> known = schema.property(name);
            if (known.isPresent()) {
                prunePart(each.getValue(), known.get(), path + "." + name, dropped);
            } else if (!schema.preservesUnknown() && !(resource && OF_EVERY_RESOURCE.contains(name))) {
                unknown.add(name);
                dropped.add(path + "." + name);
            }
        });
        object.remove(unknown);
    }
}
