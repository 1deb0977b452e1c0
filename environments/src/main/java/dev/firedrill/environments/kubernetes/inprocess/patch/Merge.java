package dev.firedrill.environments.kubernetes.inprocess.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lays an applied configuration over a live object, and takes fields out of one; both part by part. */
final class Merge {
    private Merge() {}

    /** The live object with everything that the applied one says. */
    static JsonNode of(JsonNode live, JsonNode applied, Schema schema) {
        Shape shape = Shape.of(applied, schema);
        if (shape == Shape.LEAF || shape != Shape.of(live, schema)) {
            return applied.deepCopy();
        }
        if (shape == Shape.FIELDS) {
            ObjectNode merged = live.deepCopy();
            applied.properties().forEach(each -> {
                JsonNode before = live.path(each.getKey());
                merged.set(
                        each.getKey(),
                        before.isMissingNode()
                                ? each.getValue().deepCopy()
                                : of(before, each.getValue(), schema.propertyOrAnything(each.getKey())));
            });
            return merged;
        }
        Map<FieldPath, JsonNode> merged = new LinkedHashMap<>();
        Shape.parts(live, schema, FieldPath.ROOT).forEach((path, part) -> merged.put(path, part.value()));
        Shape.parts(applied, schema, FieldPath.ROOT)
                .forEach((path, part) ->
                        merged.merge(path, part.value(), (before, after) -> of(before, after, part.schema())));
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        merged.values().forEach(each -> list.add(each.<JsonNode>deepCopy()));
        return list;
    }

    /** The object without {@code gone}; what is left empty by that goes too. */
    static JsonNode without(JsonNode value, FieldSet gone, Schema schema) {
        return without(value, gone, schema, FieldPath.ROOT);
    }

    private static JsonNode without(JsonNode value, FieldSet gone, Schema schema, FieldPath at) {
        if (Shape.of(value, schema) == Shape.LEAF) {
            return value;
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        ArrayNode elements = JsonNodeFactory.instance.arrayNode();
        Shape.parts(value, schema, at).forEach((path, part) -> {
            if (gone.has(path)) {
                return;
            }
            JsonNode rest = without(part.value(), gone, part.schema(), path);
            boolean emptied =
                    rest.isContainerNode() && rest.isEmpty() && !part.value().isEmpty();
            if (emptied) {
                return;
            }
            elements.add(rest);
            if (value.isObject()) {
                fields.set(path.elements().get(at.elements().size()).substring(2), rest);
            }
        });
        return value.isObject() ? fields : elements;
    }
}
