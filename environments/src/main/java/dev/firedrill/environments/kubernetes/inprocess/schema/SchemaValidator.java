package dev.firedrill.environments.kubernetes.inprocess.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks a value against a schema and says everything that is wrong with it, in the words of an API server. */
public final class SchemaValidator {
    private final List<FieldError> errors = new ArrayList<>();

    private SchemaValidator() {}

    /** What is wrong with {@code value}, which stands at {@code path}; nothing when it fits. */
    public static List<FieldError> validate(JsonNode value, Schema schema, String path) {
        SchemaValidator validator = new SchemaValidator();
        validator.check(value, schema, path);
        return validator.errors;
    }

    private void check(JsonNode value, Schema schema, String path) {
        if (value.isNull() && schema.isNullable()) {
            return;
        }
        if (!hasType(value, schema)) {
            String wanted = schema.isIntOrString() ? "integer,string" : schema.type();
            errors.add(FieldError.wrongType(
                    path, value, path + " in body must be of type " + wanted + ": \"" + typeName(value) + "\""));
            return;
        }
        checkEnum(value, schema, path);
        switch (value.getNodeType()) {
            case STRING -> TextRules.check(value, schema, path, errors);
            case NUMBER -> NumberRules.check(value, schema, path, errors);
            case ARRAY -> checkList(value, schema, path);
            case OBJECT -> checkObject(value, schema, path);
            default -> {}
        }
        checkJunctors(value, schema, path);
    }

    private void checkObject(JsonNode object, Schema schema, String path) {
        for (String name : schema.required()) {
            if (!object.has(name)) {
                errors.add(FieldError.required(child(path, name)));
            }
        }
        JsonNode most = schema.keyword("maxProperties");
        if (most.isNumber() && object.size() > most.asInt()) {
            errors.add(invalid(path, count(object), "should have at most " + most + " properties"));
        }
        JsonNode least = schema.keyword("minProperties");
        if (least.isNumber() && object.size() < least.asInt()) {
            errors.add(invalid(path, count(object), "should have at least " + least + " properties"));
        }
        object.properties()
                .forEach(each -> schema.property(each.getKey())
                        .ifPresent(known -> check(each.getValue(), known, child(path, each.getKey()))));
    }

    private void checkList(JsonNode list, Schema schema, String path) {
        JsonNode most = schema.keyword("maxItems");
        if (most.isNumber() && list.size() > most.asInt()) {
            errors.add(invalid(path, count(list), "should have at most " + most + " items"));
        }
        JsonNode least = schema.keyword("minItems");
        if (least.isNumber() && list.size() < least.asInt()) {
            errors.add(invalid(path, count(list), "should have at least " + least + " items"));
        }
        schema.items().ifPresent(items -> {
            for (int i = 0; i < list.size(); i++) {
                check(list.get(i), items, path + "[" + i + "]");
            }
        });
        checkDistinct(list, schema, path);
    }

    private void checkDistinct(JsonNode list, Schema schema, String path) {
        if ("atomic".equals(schema.listType())) {
            return;
        }
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode identity = ListKeys.identity(list.get(i), schema);
            if (!seen.add(identity)) {
                errors.add(FieldError.duplicate(path + "[" + i + "]", identity));
            }
        }
    }

    private void checkEnum(JsonNode value, Schema schema, String path) {
        JsonNode allowed = schema.keyword("enum");
        if (!allowed.isArray()) {
            return;
        }
        List<String> supported = new ArrayList<>();
        for (JsonNode each : allowed) {
            if (each.equals(value)) {
                return;
            }
            supported.add(each.asText());
        }
        errors.add(FieldError.notSupported(path, value, supported));
    }

    private void checkJunctors(JsonNode value, Schema schema, String path) {
        schema.allOf().forEach(each -> check(value, each, path));
        if (!schema.anyOf().isEmpty() && schema.anyOf().stream().noneMatch(each -> fits(value, each, path))) {
            errors.add(invalid(path, value, "must validate at least one schema (anyOf)"));
        }
        if (!schema.oneOf().isEmpty()
                && schema.oneOf().stream()
                                .filter(each -> fits(value, each, path))
                                .count()
                        != 1) {
            errors.add(invalid(path, value, "must validate one and only one schema (oneOf)"));
        }
        if (schema.not().filter(each -> fits(value, each, path)).isPresent()) {
            errors.add(invalid(path, value, "must not validate the schema (not)"));
        }
    }

    private static boolean fits(JsonNode value, Schema schema, String path) {
        return validate(value, schema, path).isEmpty();
    }

    private static boolean hasType(JsonNode value, Schema schema) {
        if (schema.isIntOrString()) {
            return value.isTextual() || value.isIntegralNumber();
        }
        return switch (schema.type()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> isWhole(value);
            case "number" -> value.isNumber();
            default -> true;
        };
    }

    private static boolean isWhole(JsonNode value) {
        return value.isIntegralNumber() || (value.isNumber() && value.doubleValue() % 1 == 0);
    }

    private static JsonNode count(JsonNode container) {
        return JsonNodeFactory.instance.numberNode(container.size());
    }

    private static FieldError invalid(String path, JsonNode value, String detail) {
        return FieldError.invalid(path, value, path + " in body " + detail);
    }

    private static String typeName(JsonNode value) {
        return value.isIntegralNumber() ? "integer" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
