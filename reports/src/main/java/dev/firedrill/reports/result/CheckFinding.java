package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;

/**
 * Something that a check holds against the recovery, beside what became of single objects.
 *
 * @param check the check, as a sentence that is not so
 * @param object the object that it is about
 * @param sentence what is wrong
 */
@JsonPropertyOrder({"check", "object", "sentence"})
public record CheckFinding(String check, String object, String sentence) {
    public CheckFinding {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(sentence, "sentence");
    }
}
