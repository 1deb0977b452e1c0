package dev.firedrill.proof.differential;

import dev.firedrill.workload.random.RandomHistory;
import java.util.List;

/**
 * A history on which model and planner differ.
 *
 * @param history the history, shrunk
 * @param differences what they say differently, one sentence an object
 */
public record Disagreement(RandomHistory history, List<String> differences) {
    public Disagreement {
        differences = List.copyOf(differences);
    }

    /** Seed, history and differences, for a person. */
    public String story() {
        return history.story() + "\n" + String.join("\n", differences);
    }
}
