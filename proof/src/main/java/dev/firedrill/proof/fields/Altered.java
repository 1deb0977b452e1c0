package dev.firedrill.proof.fields;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.oracle.snapshot.Leaves;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** JSON with one leaf changed into another value of its type. */
final class Altered {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Altered() {}

    /** The text with the leaf of that name changed, {@code root} being the name of the whole; empty when it has none. */
    static Optional<String> leaf(String text, String root, String leaf) {
        try {
            var tree = JSON.readTree(text);
            return Optional.of(tree).filter(node -> change(node, root, leaf)).map(JsonNode::toString);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Changes the leaf of that name below {@code node}; whether there is one. */
    static boolean change(JsonNode node, String path, String leaf) {
        if (node instanceof ObjectNode object) {
            for (var member : object.properties()) {
                var name = Leaves.member(path, member.getKey());
                if (name.equals(leaf) && member.getValue().isEmpty()) {
                    member.setValue(other(member.getValue()));
                    return true;
                }
                if (change(member.getValue(), name, leaf)) {
                    return true;
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                var name = path + "[" + i + "]";
                if (name.equals(leaf) && array.get(i).isEmpty()) {
                    array.set(i, other(array.get(i)));
                    return true;
                }
                // A snapshot names conditions by their type and not by their place.
                var type = array.get(i).path("type").asText();
                if (change(array.get(i), name, leaf)
                        || !type.isEmpty() && change(array.get(i), Leaves.member(path, type), leaf)) {
                    return true;
                }
            }
        }
        return false;
    }

    static JsonNode other(JsonNode leaf) {
        if (leaf.isBoolean()) {
            return NODES.booleanNode(!leaf.booleanValue());
        }
        if (leaf.isNumber()) {
            return NODES.numberNode(leaf.longValue() + 1);
        }
        if (leaf.isObject()) {
            return NODES.objectNode().put("damaged", "x");
        }
        return leaf.isArray() ? NODES.arrayNode().add("damaged") : NODES.textNode(other(leaf.asText()));
    }

    /** Another text; a time of another day where it is one, because a time of the same minute may be right as well. */
    private static String other(String text) {
        try {
            return Instant.parse(text).minus(Duration.ofDays(1)).toString();
        } catch (DateTimeParseException e) {
            return text + "x";
        }
    }
}
