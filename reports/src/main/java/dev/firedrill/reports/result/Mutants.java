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
public record Mutants(int killed, int total, List<Mutant> items) {
    public Mutants {
        items = Copies.list(items);
        if (killed < 0 || killed > total) {
            throw new IllegalArgumentException("mutants: killed " + killed + " of " + total);
        }
    }

    /** Counts {@code items}. */
    public static Mutants of(List<Mutant> items) {
        return new Mutants((int) items.stream().filter(Mutant::killed).count(), items.size(), items);
    }
}
