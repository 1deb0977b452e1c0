package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * How often a recovery was killed or cut off half-way, and how often it ended in the same state all the same.
 *
 * @param tried at how many points it was interrupted
 * @param held after how many of them it reached the same end state with no further loss
 */
@JsonPropertyOrder({"tried", "held"})
public record CrashPointCount(int tried, int held) {
    public CrashPointCount {
        if (held < 0 || held > tried) {
            throw new IllegalArgumentException("crash points: held " + held + " of " + tried + " tried");
        }
    }
}
