package dev.firedrill.environments.kubernetes.inprocess.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** ConfigMaps have keys that can be file names, are not too large, and can be made immutable for good. */
final class ConfigMapRules implements KindRules {
    private static final Pattern KEY = Pattern.compile("[-._a-zA-Z0-9]+");
    private static final int MOST = 1024 * 1024;

    @Override
    public List<FieldError> check(ObjectNode fresh, Optional<ObjectNode> old) {
        List<FieldError> errors = new ArrayList<>();
        checkData(fresh, List.of("data", "binaryData"), errors);
        fresh.path("binaryData").fieldNames().forEachRemaining(key -> {
            if (fresh.path("data").has(key)) {
                errors.add(FieldError.invalid("data[" + key + "]", key, "duplicate of key present in binaryData"));
            }
        });
        old.ifPresent(before -> checkImmutable(fresh, before, List.of("data", "binaryData"), errors));
        return errors;
    }

    static void checkData(ObjectNode object, List<String> fields, List<FieldError> errors) {
        int size = 0;
        for (String field : fields) {
            for (var each : object.path(field).properties()) {
                String key = each.getKey();
                size += each.getValue().asText().length();
                if (!KEY.matcher(key).matches() || key.length() > 253 || ".".equals(key) || key.startsWith("..")) {
                    errors.add(FieldError.invalid(
                            field + "[" + key + "]",
                            key,
                            "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g."
                                    + " 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '"
                                    + KEY + "')"));
                }
            }
        }
        if (size > MOST) {
            errors.add(FieldError.tooLong("", "must have at most " + MOST + " bytes"));
        }
    }

    static void checkImmutable(ObjectNode fresh, ObjectNode old, List<String> fields, List<FieldError> errors) {
        if (!old.path("immutable").asBoolean()) {
            return;
        }
        if (!fresh.path("immutable").asBoolean()) {
            errors.add(FieldError.forbidden("immutable", "field is immutable when `immutable` is set"));
        }
        for (String field : fields) {
            if (!fresh.path(field).equals(old.path(field))) {
                errors.add(FieldError.forbidden(field, "field is immutable when `immutable` is set"));
            }
        }
    }
}
