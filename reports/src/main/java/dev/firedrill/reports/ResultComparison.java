package dev.firedrill.reports;

import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.Counts;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.Loss;
import dev.firedrill.reports.result.LossItem;
import dev.firedrill.reports.result.NotClaimed;
import dev.firedrill.reports.result.ScenarioResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Two drills of the same scenarios, held against each other: what the forms of the stores must not change. That is each
 * scenario's verdict, its disaster, the package revisions after it and what became of every object. Times and contents'
 * hashes are left out: the former are the machine's, the latter hold the addresses of the drill's own stores.
 *
 * @param scenarios every scenario of either drill, in the order of the first
 */
public record ResultComparison(List<Scenario> scenarios) {
    public ResultComparison {
        scenarios = List.copyOf(scenarios);
    }

    /**
     * One scenario in both drills.
     *
     * @param id the scenario
     * @param proved whether both drills know what became of it; what is inconclusive can be compared with nothing
     * @param applies whether it says something of both systems
     * @param differences what is not the same, in words; empty when all is
     */
    public record Scenario(String id, boolean proved, boolean applies, List<String> differences) {
        public Scenario {
            differences = List.copyOf(differences);
        }
    }

    /** Holds the drill {@code second} against the drill {@code first}. */
    public static ResultComparison of(DrillResult first, DrillResult second) {
        Map<String, ScenarioResult> ofFirst = byId(first);
        Map<String, ScenarioResult> ofSecond = byId(second);
        Set<String> ids = new LinkedHashSet<>(ofFirst.keySet());
        ids.addAll(ofSecond.keySet());
        return new ResultComparison(ids.stream()
                .map(id -> scenario(id, Optional.ofNullable(ofFirst.get(id)), Optional.ofNullable(ofSecond.get(id))))
                .toList());
    }

    /** Whether anything is not the same. */
    public boolean different() {
        return scenarios.stream().anyMatch(scenario -> !scenario.differences().isEmpty());
    }

    /** Whether something was compared, and both drills know what became of all of it that applies. */
    public boolean proved() {
        return scenarios.stream().anyMatch(Scenario::applies)
                && scenarios.stream().filter(Scenario::applies).allMatch(Scenario::proved);
    }

    private static Map<String, ScenarioResult> byId(DrillResult drill) {
        Map<String, ScenarioResult> byId = new LinkedHashMap<>();
        drill.scenarios().forEach(scenario -> byId.put(scenario.id(), scenario));
        return byId;
    }

    private static Scenario scenario(String id, Optional<ScenarioResult> first, Optional<ScenarioResult> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return new Scenario(id, false, true, List.of("only in the " + (first.isPresent() ? "first" : "second")));
        }
        ScenarioResult one = first.get();
        ScenarioResult other = second.get();
        List<String> differences = new ArrayList<>();
        differ(differences, "verdict", verdict(one), verdict(other));
        if (one.verdict() == Verdict.INCONCLUSIVE || other.verdict() == Verdict.INCONCLUSIVE) {
            return new Scenario(id, false, true, differences);
        }
        differ(differences, "not claimed", notClaimed(one), notClaimed(other));
        if (one.verdict() == Verdict.NOT_APPLICABLE || other.verdict() == Verdict.NOT_APPLICABLE) {
            return new Scenario(id, false, false, differences);
        }
        differ(differences, "disaster", fates(one), fates(other));
        differ(differences, "package revisions", counts(one), counts(other));
        differ(differences, "kept", one.loss().kept(), other.loss().kept());
        differ(differences, "findings of checks", findings(one), findings(other));
        Set<String> lost = items(one.loss());
        Set<String> otherLost = items(other.loss());
        minus(lost, otherLost).forEach(item -> differences.add("only in the first: " + item));
        minus(otherLost, lost).forEach(item -> differences.add("only in the second: " + item));
        return new Scenario(id, true, true, differences);
    }

    private static void differ(List<String> differences, String what, Object first, Object second) {
        if (!first.equals(second)) {
            differences.add(what + ": " + first + " in the first, " + second + " in the second");
        }
    }

    private static String verdict(ScenarioResult scenario) {
        String why = scenario.verdict() == Verdict.INCONCLUSIVE ? " (" + scenario.failure() + ")" : "";
        return scenario.verdict().text() + why;
    }

    private static String fates(ScenarioResult scenario) {
        return scenario.disaster().controlPlane() + "/" + scenario.disaster().git() + "/"
                + scenario.disaster().database();
    }

    private static String counts(ScenarioResult scenario) {
        return Optional.ofNullable(scenario.counts()).map(Counts::text).orElse("never read");
    }

    private static Set<String> findings(ScenarioResult scenario) {
        return scenario.findings().stream()
                .map(found -> found.check() + ": " + found.object())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> notClaimed(ScenarioResult scenario) {
        return scenario.notClaimed().stream().map(NotClaimed::claim).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> items(Loss loss) {
        Set<String> items = new TreeSet<>();
        for (LossItem item : loss.items()) {
            items.add(
                    item.object() + " is " + item.lossClass().text() + (item.allowed() ? ", allowed" : ", forbidden"));
        }
        return items;
    }

    private static Set<String> minus(Set<String> all, Set<String> without) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }
}
