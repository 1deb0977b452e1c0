package dev.firedrill.proof.mutation;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which scenarios reach which lines of the recovery, and how long each takes with the shipped one.
 *
 * @param scenarios by their ids
 */
record Reach(Map<String, OfScenario> scenarios) {
    Reach {
        scenarios = Map.copyOf(scenarios);
    }

    /**
     * What one scenario reaches.
     *
     * @param millis how long it took
     * @param lines the lines
     */
    record OfScenario(long millis, Map<String, Set<Integer>> lines) {
        boolean reaches(BytecodeMutant mutant) {
            return lines.getOrDefault(mutant.className(), Set.of()).contains(mutant.line());
        }
    }

    /** The scenarios that reach the changed line, the shortest first: a small disaster is found out soonest. */
    List<String> scenariosFor(BytecodeMutant mutant) {
        return scenarios.entrySet().stream()
                .filter(each -> each.getValue().reaches(mutant))
                .sorted(Comparator.comparingLong((Map.Entry<String, OfScenario> each) ->
                                each.getValue().millis())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether any scenario reaches the changed line. */
    boolean reaches(BytecodeMutant mutant) {
        return scenarios.values().stream().anyMatch(each -> each.reaches(mutant));
    }

    /** How long the longest scenario took. */
    Duration longest() {
        return Duration.ofMillis(
                scenarios.values().stream().mapToLong(OfScenario::millis).max().orElse(0));
    }
}
