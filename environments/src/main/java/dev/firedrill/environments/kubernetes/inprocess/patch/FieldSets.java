package dev.firedrill.environments.kubernetes.inprocess.patch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.environments.kubernetes.inprocess.schema.Schema;
import java.util.LinkedHashSet;
import java.util.Set;

/** The fields that an applied configuration speaks of, and thereby claims. */
final class FieldSets {
    private FieldSets() {}

    static FieldSet of(JsonNode object, Schema schema) {
        Set<FieldPath> paths = new LinkedHashSet<>();
        collect(object, schema, FieldPath.ROOT, paths);
        return new FieldSet(paths);
    }

    private static void collect(JsonNode value, Schema schema, FieldPath at, Set<FieldPath> paths) {
        Shape shape = Shape.of(value, schema);
        if (shape == Shape.LEAF) {
            paths.add(at);
            return;
        }
        Shape.parts(value, schema, at).forEach((path, part) -> {
            collect(part.value(), part.schema(), path, paths);
            // An element of a list and an entry of a map are claimed as such; a field of a structure is not.
            boolean field = shape == Shape.FIELDS
                    && schema.isField(path.elements().get(at.elements().size()).substring(2));
            if (!field || part.value().isEmpty()) {
                paths.add(path);
            }
        });
    }
}
