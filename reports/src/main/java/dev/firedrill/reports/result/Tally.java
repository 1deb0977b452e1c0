package dev.firedrill.reports.result;

import dev.firedrill.model.LossClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is forbidden in all scenarios together.
 *
 * @param compared in how many scenarios anything was compared with the ledger
 * @param lostAllowed how many objects are lost as the rules allow
 * @param objects how many objects are not what the rules want, by how they fared, the gravest first
 * @param findings how many findings of checks there are besides
 */
public record Tally(long compared, int lostAllowed, Map<LossClass, Long> objects, int findings) {
    public Tally {
        objects = Map.copyOf(objects);
    }

    /** Counts what {@code scenarios} found. */
    public static Tally of(List<ScenarioResult> scenarios) {
        Map<LossClass, Long> objects = scenarios.stream()
                .flatMap(scenario -> scenario.loss().forbiddenItems().stream())
                .collect(Collectors.groupingBy(LossItem::lossClass, Collectors.counting()));
        return new Tally(
                scenarios.stream()
                        .filter(scenario -> scenario.loss().compared())
                        .count(),
                scenarios.stream()
                        .mapToInt(scenario -> scenario.loss().lostAllowed())
                        .sum(),
                objects,
                scenarios.stream()
                        .mapToInt(scenario -> scenario.findings().size())
                        .sum());
    }

    /** Everything that is forbidden. */
    public long forbidden() {
        return objects.values().stream().mapToLong(Long::longValue).sum() + findings;
    }

    /** What the number is made of, such as {@code 2 lost, 1 mutated, 3 findings of checks}; empty when it is 0. */
    public String parts() {
        Map<String, Long> parts = new LinkedHashMap<>();
        Loss.GRAVEST_FIRST.forEach(
                lossClass -> parts.merge(word(lossClass), objects.getOrDefault(lossClass, 0L), Long::sum));
        parts.put(findings == 1 ? "finding of a check" : "findings of checks", (long) findings);
        List<String> words = new ArrayList<>();
        parts.forEach((word, count) -> words.addAll(count == 0 ? List.of() : List.of(count + " " + word)));
        return String.join(", ", words);
    }

    /** What was lost as allowed; of what was never compared, nothing is said. */
    public String allowed() {
        return compared == 0 ? "nothing compared" : lostAllowed + " lost as the rules allow";
    }

    private static String word(LossClass lossClass) {
        return switch (lossClass) {
            case LOST_FORBIDDEN, LOST_ALLOWED -> "lost";
            case GHOST -> "ghosts";
            case NEVER_ACKNOWLEDGED -> "never acknowledged";
            case KEPT -> "kept and not to be";
            default -> lossClass.text();
        };
    }
}
