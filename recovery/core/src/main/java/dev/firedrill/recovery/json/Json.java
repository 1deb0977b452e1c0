package dev.firedrill.recovery.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The few JSON operations that the recovery needs, with one mapper for all. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> VOLATILE = List.of(
            "resourceVersion",
            "generation",
            "managedFields",
            "selfLink",
            "finalizers",
            "deletionTimestamp",
            "deletionGracePeriodSeconds");

    private Json() {}

    /** A new empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A new empty array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException when it is not JSON
     */
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            // What the text says stays out of the message: users write anything into annotations.
            throw new IllegalArgumentException(
                    "not JSON, from character " + e.getLocation().getCharOffset() + " on", e);
        }
    }

    /** The object in a text; empty when the text is empty, broken or something else than an object. */
    public static Optional<ObjectNode> objectIn(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The text of a node, in one line. */
    public static String write(JsonNode node) {
        return node.toString();
    }

    /** A map of strings as an object with sorted keys. */
    public static ObjectNode of(Map<String, String> map) {
        ObjectNode node = object();
        new TreeMap<>(map).forEach(node::put);
        return node;
    }

    /** The string members of an object; empty for anything else. */
    public static Map<String, String> strings(JsonNode node) {
        Map<String, String> map = new TreeMap<>();
        node.properties().forEach(field -> {
            if (field.getValue().isValueNode()) {
                map.put(field.getKey(), field.getValue().asText());
            }
        });
        return map;
    }

    /**
     * The declared part of a Kubernetes object: without status and what the API server keeps for itself, with
     * sorted keys. An object that was not changed gives the same text each time.
     */
    public static String declared(String json) {
        Optional<ObjectNode> object = objectIn(json);
        if (object.isEmpty()) {
            return "";
        }
        ObjectNode copy = object.get();
        copy.remove("status");
        if (copy.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove(VOLATILE);
        }
        return write(sorted(copy));
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode result = object();
            TreeSet<String> names = new TreeSet<>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> result.set(name, sorted(object.get(name))));
            return result;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode result = array();
            array.forEach(element -> result.add(sorted(element)));
            return result;
        }
        return node;
    }
}
