package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The proof that a drill can fail: deliberately broken recoveries, and how many of them a drill caught.
 *
 * @param killed how many turned the drill red for the right reason
 * @param total how many there are
 * @param items each of them
 */
@JsonPropertyOrder({"killed", "total", "items"})
public record MutantReports(int killed, int total, List<MutantReport> items) {
    public MutantReports {
        items = Copies.list(items);
        if (killed < 0 || killed > total) {
            throw new IllegalArgumentException("mutants: killed " + killed + " of " + total);
        }
    }

    /** Counts {@code items}. */
    public static MutantReports of(List<MutantReport> items) {
        return new MutantReports(
                (int) items.stream().filter(MutantReport::killed).count(), items.size(), items);
    }
}
