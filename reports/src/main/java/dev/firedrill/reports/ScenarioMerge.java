package dev.firedrill.reports;

import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.ScenarioResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every planned scenario exactly once, in the order of the plan.
 *
 * @param results one result a scenario
 * @param notes what had to be settled
 */
record ScenarioMerge(List<ScenarioResult> results, List<String> notes) {
    private record Held(String shard, ScenarioResult result) {}

    ScenarioMerge {
        results = List.copyOf(results);
        notes = List.copyOf(notes);
    }

    static ScenarioMerge of(List<ShardResult> shards, Set<String> planned) {
        Map<String, List<Held>> byId = new LinkedHashMap<>();
        for (ShardResult shard : shards) {
            shard.result()
                    .scenarios()
                    .forEach(scenario -> byId.computeIfAbsent(scenario.id(), id -> new ArrayList<>())
                            .add(new Held(shard.name(), scenario)));
        }
        Set<String> ids = new LinkedHashSet<>(planned);
        ids.addAll(byId.keySet());
        List<String> notes = new ArrayList<>();
        List<ScenarioResult> results = new ArrayList<>();
        for (String id : ids) {
            results.add(byId.containsKey(id) ? worst(byId.get(id), notes) : absent(id, shards, notes));
        }
        return new ScenarioMerge(results, notes);
    }

    private static ScenarioResult worst(List<Held> all, List<String> notes) {
        Held worst = all.stream()
                .max(Comparator.comparing(held -> held.result().verdict()))
                .orElseThrow();
        if (all.size() == 1) {
            return worst.result();
        }
        String remark = worst.result().id() + " ran " + all.size() + " times ("
                + all.stream()
                        .map(held -> held.result().verdict().text() + " in " + held.shard())
                        .collect(Collectors.joining(", "))
                + "); the worst counts, the one in " + worst.shard() + ".";
        notes.add(remark);
        String failure = worst.result().failure();
        if (worst.result().verdict() == Verdict.HELD) {
            return worst.result();
        }
        return worst.result().toBuilder()
                .failure(failure == null ? remark : failure + "\n\n" + remark)
                .build();
    }

    private static ScenarioResult absent(String id, List<ShardResult> shards, List<String> notes) {
        String names = shards.stream().map(ShardResult::name).collect(Collectors.joining(", "));
        String reason = "The scenario was planned, but no part holds a result of it (looked in " + names
                + "): its part was cut short, or its folder is missing here.";
        notes.add(id + " is inconclusive: no part holds a result of it.");
        return ScenarioResult.builder(id, id.replaceFirst("(?s)(?:#|:\\d+$).*", ""), id)
                .failure(reason)
                .build();
    }
}
