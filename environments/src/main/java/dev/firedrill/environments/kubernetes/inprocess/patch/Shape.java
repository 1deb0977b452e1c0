package dev.firedrill.environments.kubernetes.inprocess.patch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.environments.kubernetes.inprocess.schema.ListKeys;
import dev.firedrill.environments.kubernetes.inprocess.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a value is taken apart for server-side apply, as its schema and its own form say. */
enum Shape {
    /** Owned and replaced as a whole. */
    LEAF,
    /** Owned field by field. */
    FIELDS,
    /** Owned element by element. */
    ELEMENTS;

    static Shape of(JsonNode value, Schema schema) {
        if (value.isObject() && !schema.isAtomicMap()) {
            return FIELDS;
        }
        return value.isArray() && !"atomic".equals(schema.listType()) ? ELEMENTS : LEAF;
    }

    /** The parts of a value that is no leaf, each under its path and in their order. */
    static Map<FieldPath, Part> parts(JsonNode value, Schema schema, FieldPath at) {
        Map<FieldPath, Part> parts = new LinkedHashMap<>();
        if (value.isObject()) {
            value.properties()
                    .forEach(each -> parts.put(
                            at.field(each.getKey()),
                            new Part(each.getValue(), schema.propertyOrAnything(each.getKey()))));
        } else {
            boolean keyed = "map".equals(schema.listType());
            Schema items = schema.items().orElse(Schema.ANYTHING);
            value.forEach(each -> parts.put(at.element(ListKeys.identity(each, schema), keyed), new Part(each, items)));
        }
        return parts;
    }

    /** A part of a value with what its schema says of it. */
    record Part(JsonNode value, Schema schema) {}
}
