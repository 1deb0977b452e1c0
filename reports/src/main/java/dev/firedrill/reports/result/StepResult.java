package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a scenario and what became of it.
 *
 * @param keyword {@code Given}, {@code When}, {@code Then}, {@code And}, {@code But}
 * @param text the step without its keyword
 * @param status what became of it
 * @param duration how long it took, if it ran
 * @param failure why it failed, if it did
 * @param table the step's data table by rows, if it has one
 */
@JsonPropertyOrder({"keyword", "text", "status", "duration", "failure", "table"})
public record StepResult(
        String keyword,
        String text,
        StepStatus status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Duration duration,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String failure,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<List<String>> table) {
    public StepResult {
        keyword = keyword.strip();
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(status, "status");
        table = Copies.list(table).stream().map(List::copyOf).toList();
    }

    /** A step without a data table. */
    public StepResult(
            String keyword, String text, StepStatus status, @Nullable Duration duration, @Nullable String failure) {
        this(keyword, text, status, duration, failure, List.of());
    }
}
