package dev.firedrill.environments.kubernetes.inprocess.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import java.math.BigDecimal;
import java.util.List;

/** What a schema can ask of a number. */
final class NumberRules {
    private NumberRules() {}

    static void check(JsonNode value, Schema schema, String path, List<FieldError> errors) {
        BigDecimal number = value.decimalValue();
        JsonNode most = schema.keyword("maximum");
        if (most.isNumber()) {
            boolean open = schema.keyword("exclusiveMaximum").asBoolean();
            if (number.compareTo(most.decimalValue()) >= (open ? 0 : 1)) {
                errors.add(invalid(path, value, "should be less than " + (open ? "" : "or equal to ") + most));
            }
        }
        JsonNode least = schema.keyword("minimum");
        if (least.isNumber()) {
            boolean open = schema.keyword("exclusiveMinimum").asBoolean();
            if (number.compareTo(least.decimalValue()) <= (open ? 0 : -1)) {
                errors.add(invalid(path, value, "should be greater than " + (open ? "" : "or equal to ") + least));
            }
        }
        JsonNode step = schema.keyword("multipleOf");
        if (step.isNumber() && number.remainder(step.decimalValue()).signum() != 0) {
            errors.add(invalid(path, value, "should be a multiple of " + step));
        }
        checkWidth(value, schema, path, errors);
    }

    private static void checkWidth(JsonNode value, Schema schema, String path, List<FieldError> errors) {
        String format = schema.keyword("format").asText("");
        boolean tooWide = ("int32".equals(format) && !value.canConvertToInt())
                || ("int64".equals(format) && !value.canConvertToLong());
        if (tooWide) {
            errors.add(invalid(path, value, "must be of type " + format + ": \"" + value + "\""));
        }
    }

    private static FieldError invalid(String path, JsonNode value, String detail) {
        return FieldError.invalid(path, value, path + " in body " + detail);
    }
}
