package dev.firedrill.environments.kubernetes.inprocess.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import java.util.List;

/** What a schema can ask of a text; of its length and its characters only the first thing that is wrong is told. */
final class TextRules {
    private TextRules() {}

    static void check(JsonNode value, Schema schema, String path, List<FieldError> errors) {
        String text = value.textValue();
        int characters = text.codePointCount(0, text.length());
        JsonNode most = schema.keyword("maxLength");
        JsonNode least = schema.keyword("minLength");
        if (most.isNumber() && characters > most.asInt()) {
            errors.add(invalid(path, value, "should be at most " + most + " chars long"));
        } else if (least.isNumber() && characters < least.asInt()) {
            errors.add(invalid(path, value, "should be at least " + least + " chars long"));
        } else {
            schema.pattern()
                    .filter(pattern -> !pattern.matcher(text).find())
                    .ifPresent(pattern -> errors.add(invalid(path, value, "should match '" + pattern + "'")));
        }
        String format = schema.keyword("format").asText("");
        if (!format.isEmpty() && !Formats.fits(format, text)) {
            errors.add(invalid(path, value, "must be of type " + format + ": " + value));
        }
    }

    private static FieldError invalid(String path, JsonNode value, String detail) {
        return FieldError.invalid(path, value, path + " in body " + detail);
    }
}
