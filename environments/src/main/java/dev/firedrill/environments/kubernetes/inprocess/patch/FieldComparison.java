package dev.firedrill.environments.kubernetes.inprocess.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.firedrill.environments.kubernetes.inprocess.schema.Schema;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What differs between two states of an object.
 *
 * @param written the fields that were added or got another value
 * @param removed the fields that are gone
 */
record FieldComparison(FieldSet written, FieldSet removed) {
    static FieldComparison between(JsonNode before, JsonNode after, Schema schema) {
        Set<FieldPath> written = new LinkedHashSet<>();
        Set<FieldPath> removed = new LinkedHashSet<>();
        compare(before, after, schema, FieldPath.ROOT, written, removed);
        return new FieldComparison(new FieldSet(written), new FieldSet(removed));
    }

    boolean isSame() {
        return written.isEmpty() && removed.isEmpty();
    }

    private static void compare(
            JsonNode before,
            JsonNode after,
            Schema schema,
            FieldPath at,
            Set<FieldPath> written,
            Set<FieldPath> removed) {
        if (isLeaf(before, after, schema)) {
            note(before, after, at, written, removed);
            return;
        }
        Map<FieldPath, Shape.Part> old = parts(before, schema, at);
        Map<FieldPath, Shape.Part> fresh = parts(after, schema, at);
        Map<FieldPath, Shape.Part> all = new LinkedHashMap<>(old);
        all.putAll(fresh);
        all.forEach(
                (path, part) -> compare(value(old, path), value(fresh, path), part.schema(), path, written, removed));
        if (!at.isRoot() && (before.isMissingNode() || after.isMissingNode())) {
            note(before, after, at, written, removed);
        }
    }

    private static boolean isLeaf(JsonNode before, JsonNode after, Schema schema) {
        if (before.isEmpty() && after.isEmpty()) {
            return true;
        }
        JsonNode present = before.isMissingNode() ? after : before;
        JsonNode other = after.isMissingNode() ? before : after;
        Shape shape = Shape.of(present, schema);
        return shape == Shape.LEAF || shape != Shape.of(other, schema);
    }

    private static void note(
            JsonNode before, JsonNode after, FieldPath at, Set<FieldPath> written, Set<FieldPath> removed) {
        if (after.isMissingNode()) {
            removed.add(at);
        } else if (!after.equals(before)) {
            written.add(at);
        }
    }

    private static Map<FieldPath, Shape.Part> parts(JsonNode value, Schema schema, FieldPath at) {
        return value.isMissingNode() ? Map.of() : Shape.parts(value, schema, at);
    }

    private static JsonNode value(Map<FieldPath, Shape.Part> parts, FieldPath path) {
        return parts.containsKey(path) ? parts.get(path).value() : MissingNode.getInstance();
    }
}
