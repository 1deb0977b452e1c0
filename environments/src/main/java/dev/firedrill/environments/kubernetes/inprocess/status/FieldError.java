package dev.firedrill.environments.kubernetes.inprocess.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that is wrong with a field of an object.
 *
 * @param reason the machine's word for it, such as {@code FieldValueInvalid}
 * @param field where it is, such as {@code spec.size}
 * @param message a person's words for it
 */
public record FieldError(String reason, String field, String message) {
    private static final int SHOWN = 200;

    /** The value is of the right kind and still not allowed. */
    public static FieldError invalid(String field, JsonNode value, String detail) {
        return new FieldError("FieldValueInvalid", field, "Invalid value: " + shown(value) + ": " + detail);
    }

    /** The text is not allowed. */
    public static FieldError invalid(String field, String value, String detail) {
        return new FieldError("FieldValueInvalid", field, "Invalid value: " + quoted(value) + ": " + detail);
    }

    /** The value is of another type than the schema says. */
    public static FieldError wrongType(String field, JsonNode value, String detail) {
        return new FieldError("FieldValueInvalid", field, "Invalid value: \"" + typeOf(value) + "\": " + detail);
    }

    /** The field must be there and is not. */
    public static FieldError required(String field) {
        return required(field, "");
    }

    /** The field must be there and is not. */
    public static FieldError required(String field, String detail) {
        return new FieldError("FieldValueRequired", field, "Required value" + (detail.isEmpty() ? "" : ": " + detail));
    }

    /** The value is none of those that are known. */
    public static FieldError notSupported(String field, JsonNode value, List<String> supported) {
        String all = supported.stream().map(FieldError::quoted).collect(Collectors.joining(", "));
        return new FieldError(
                "FieldValueNotSupported", field, "Unsupported value: " + shown(value) + ": supported values: " + all);
    }

    /** The value is there twice. */
    public static FieldError duplicate(String field, JsonNode value) {
        return new FieldError("FieldValueDuplicate", field, "Duplicate value: " + shown(value));
    }

    /** The field may not be set, or not be changed, in this state. */
    public static FieldError forbidden(String field, String detail) {
        return new FieldError("FieldValueForbidden", field, "Forbidden: " + detail);
    }

    /** The value has too many characters or bytes. */
    public static FieldError tooLong(String field, String detail) {
        return new FieldError("FieldValueTooLong", field, "Too long: " + detail);
    }

    @Override
    public String toString() {
        return field + ": " + message;
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    private static String quoted(String value) {
        String text = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case OBJECT -> "object";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case STRING -> "string";
            default -> "null";
        };
    }
}
