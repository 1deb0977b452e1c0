package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;

/**
 * One deliberately broken recovery.
 *
 * @param name what it is called on the command line
 * @param reason what it does wrong, and so the reason for which a drill must turn red
 * @param killed whether a drill did turn red for that reason
 */
@JsonPropertyOrder({"name", "reason", "killed"})
public record MutantReport(String name, String reason, boolean killed) {
    public MutantReport {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reason, "reason");
    }
}
