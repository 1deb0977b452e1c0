package dev.firedrill.environments.kubernetes.inprocess.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What makes a schema structural: every part of it says its type, and nothing contradicts itself. */
public final class StructuralRules {
    private static final Set<String> TYPES = Set.of("object", "array", "string", "integer", "number", "boolean");
    private static final List<String> BANNED = List.of("$ref", "definitions", "dependencies", "patternProperties");

    private final List<FieldError> errors = new ArrayList<>();

    private StructuralRules() {}

    /** What is wrong with a schema that is about to be defined and stands at {@code path}. */
    public static List<FieldError> check(JsonNode schema, String path) {
        StructuralRules rules = new StructuralRules();
        if (!"object".equals(schema.path("type").asText())) {
            rules.errors.add(
                    schema.path("type").isMissingNode()
                            ? FieldError.required(path + ".type", "must not be empty at the root")
                            : FieldError.invalid(path + ".type", schema.path("type"), "must be object at the root"));
        }
        rules.checkNode(schema, path);
        return rules.errors;
    }

    private void checkNode(JsonNode schema, String path) {
        checkType(schema, path);
        for (String banned : BANNED) {
            if (schema.has(banned)) {
                errors.add(FieldError.forbidden(path + "." + banned, banned + " is not supported"));
            }
        }
        if (schema.path("uniqueItems").asBoolean()) {
            errors.add(FieldError.forbidden(
                    path + ".uniqueItems",
                    "uniqueItems cannot be set to true since the" + " runtime complexity becomes quadratic"));
        }
        JsonNode additional = schema.path("additionalProperties");
        if (additional.isBoolean() && !additional.asBoolean()) {
            errors.add(FieldError.forbidden(
                    path + ".additionalProperties", "additionalProperties cannot be set to false"));
        }
        if (!additional.isMissingNode() && !schema.path("properties").isEmpty()) {
            errors.add(FieldError.forbidden(
                    path + ".additionalProperties", "additionalProperties and properties are mutual exclusive"));
        }
        checkPattern(schema, path);
        checkList(schema, path);
        schema.path("properties")
                .properties()
                .forEach(each -> checkNode(each.getValue(), path + ".properties[" + each.getKey() + "]"));
        if (additional.isObject()) {
            checkNode(additional, path + ".additionalProperties");
        }
    }

    private void checkType(JsonNode schema, String path) {
        String type = schema.path("type").asText("");
        boolean free = schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()
                || schema.path("x-kubernetes-int-or-string").asBoolean();
        if (type.isEmpty() && !free) {
            errors.add(FieldError.required(path + ".type", "must not be empty for specified object fields"));
        } else if (!type.isEmpty() && !TYPES.contains(type)) {
            errors.add(FieldError.notSupported(
                    path + ".type", schema.path("type"), TYPES.stream().sorted().toList()));
        }
    }

    private void checkPattern(JsonNode schema, String path) {
        if (!schema.path("pattern").isTextual()) {
            return;
        }
        try {
            Pattern.compile(schema.path("pattern").textValue());
        } catch (PatternSyntaxException broken) {
            errors.add(FieldError.invalid(
                    path + ".pattern",
                    schema.path("pattern"),
                    "must be a valid regular expression, but isn't: " + broken.getDescription()));
        }
    }

    private void checkList(JsonNode schema, String path) {
        JsonNode items = schema.path("items");
        if ("array".equals(schema.path("type").asText()) && !items.isObject()) {
            errors.add(FieldError.required(path + ".items", "must be specified"));
        }
        if (items.isObject()) {
            checkNode(items, path + ".items");
        }
        if (!"map".equals(schema.path("x-kubernetes-list-type").asText())) {
            return;
        }
        JsonNode keys = schema.path("x-kubernetes-list-map-keys");
        if (keys.isEmpty()) {
            errors.add(FieldError.required(
                    path + ".x-kubernetes-list-map-keys", "must not be empty if x-kubernetes-list-type is map"));
        }
        for (JsonNode key : keys) {
            if (!items.path("properties").has(key.asText())) {
                errors.add(FieldError.invalid(
                        path + ".x-kubernetes-list-map-keys", key, "entries must all be names of item properties"));
            }
        }
    }
}
