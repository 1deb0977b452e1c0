package dev.firedrill.environments.kubernetes.inprocess.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.schema.ListKeys;
import dev.firedrill.environments.kubernetes.inprocess.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Strategic merge patch, which the built-in kinds take: a merge patch that merges lists too, where the schema says by what
 * their elements are told apart, with directives for what cannot be said by content.
 */
public final class StrategicMergePatch {
    private static final String DIRECTIVE = "$patch";
    private static final String DELETE_FROM = "$deleteFromPrimitiveList/";
    private static final String ORDER = "$setElementOrder/";
    private static final String RETAIN = "$retainKeys";

    private StrategicMergePatch() {}

    /** What {@code patch} makes of {@code target}, which is changed on the way. */
    public static ObjectNode apply(JsonNode target, JsonNode patch, Schema schema) {
        ObjectNode merged = target instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        switch (patch.path(DIRECTIVE).asText("")) {
            case "replace" -> merged.removeAll();
            case "delete" -> {
                return merged.removeAll();
            }
            default -> {}
        }
        if (patch.path(RETAIN).isArray()) {
            List<String> retained = new ArrayList<>();
            patch.path(RETAIN).forEach(each -> retained.add(each.asText()));
            merged.retain(retained);
        }
        patch.properties().forEach(each -> applyField(merged, each.getKey(), each.getValue(), schema));
        return merged;
    }

    private static void applyField(ObjectNode merged, String name, JsonNode patch, Schema schema) {
        if (name.startsWith(DELETE_FROM)) {
            String field = name.substring(DELETE_FROM.length());
            merged.set(field, without(merged.path(field), patch));
        } else if (name.equals(DIRECTIVE) || name.equals(RETAIN) || name.startsWith(ORDER)) {
            return;
        } else if (patch.isNull()) {
            merged.remove(name);
        } else if (patch.isObject()) {
            merged.set(name, apply(merged.path(name), patch, schema.propertyOrAnything(name)));
        } else if (patch.isArray()) {
            merged.set(name, mergeList(merged.path(name), patch, schema.propertyOrAnything(name)));
        } else {
            merged.set(name, patch);
        }
    }

    private static JsonNode mergeList(JsonNode target, JsonNode patch, Schema schema) {
        if (!target.isArray() || "atomic".equals(schema.listType()) || holdsReplace(patch)) {
            ArrayNode fresh = JsonNodeFactory.instance.arrayNode();
            patch.forEach(each -> {
                if (!each.has(DIRECTIVE)) {
                    fresh.add(each);
                }
            });
            return fresh;
        }
        List<JsonNode> merged = new ArrayList<>();
        target.forEach(merged::add);
        for (JsonNode element : patch) {
            mergeElement(merged, element, schema);
        }
        return JsonNodeFactory.instance.arrayNode().addAll(merged);
    }

    private static void mergeElement(List<JsonNode> merged, JsonNode element, Schema schema) {
        JsonNode identity = ListKeys.identity(element, schema);
        int at = 0;
        while (at < merged.size() && !ListKeys.identity(merged.get(at), schema).equals(identity)) {
            at++;
        }
        boolean present = at < merged.size();
        if ("delete".equals(element.path(DIRECTIVE).asText())) {
            if (present) {
                merged.remove(at);
            }
        } else if (!present) {
            merged.add(element);
        } else if (element.isObject()) {
            merged.set(at, apply(merged.get(at), element, schema.items().orElse(Schema.ANYTHING)));
        }
    }

    private static boolean holdsReplace(JsonNode patch) {
        for (JsonNode each : patch) {
            if ("replace".equals(each.path(DIRECTIVE).asText())) {
                return true;
            }
        }
        return false;
    }

    private static ArrayNode without(JsonNode list, JsonNode removed) {
        List<JsonNode> gone = new ArrayList<>();
        removed.forEach(gone::add);
        ArrayNode rest = JsonNodeFactory.instance.arrayNode();
        list.forEach(each -> {
            if (!gone.contains(each)) {
                rest.add(each);
            }
        });
        return rest;
    }
}
