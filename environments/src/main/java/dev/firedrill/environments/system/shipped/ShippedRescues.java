package dev.firedrill.environments.system.shipped;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.environments.role.system.Rescues;
import dev.firedrill.environments.system.RecoveryRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rescue sets as an operator sees and uses them: through the recovery's own command line. */
final class ShippedRescues implements Rescues {
    /** What a rescued revision has a place of its own for, and when it was taken out. */
    private static final Set<String> KNOWN =
            Set.of("name", "lifecycle", "revision", "contentHash", "labels", "annotations", "rescuedAt");

    private final OperatorCommands commands;

    ShippedRescues(OperatorCommands commands) {
        this.commands = commands;
    }

    @Override
    public List<String> sets(Instant since) {
        List<String> ids = new ArrayList<>();
        for (JsonNode set : commands.json("rescue", "list", "--json")) {
            if (Instant.parse(set.path("openedAt").asText()).isAfter(since)) {
                ids.add(set.path("id").asText());
            }
        }
        return ids;
    }

    @Override
    public List<Rescued> show(String set) {
        List<Rescued> all = new ArrayList<>();
        commands.json("rescue", "show", set, "--json").forEach(revision -> all.add(rescued(revision)));
        return all;
    }

    @Override
    public List<Returned> restore(String set) {
        List<Returned> back = new ArrayList<>();
        commands.json("rescue", "restore", set, "--json")
                .forEach(each -> back.add(
                        new Returned(each.path("was").asText(), each.path("now").asText())));
        return back;
    }

    @Override
    public Optional<String> refusalToRestore(String set) {
        RecoveryRun run = commands.run(List.of("rescue", "restore", set, "--json"));
        return run.exitCode() == 0 ? Optional.empty() : Optional.of(run.output());
    }

    private static Rescued rescued(JsonNode revision) {
        Map<String, String> others = new TreeMap<>();
        revision.properties().forEach(field -> {
            if (!KNOWN.contains(field.getKey())) {
                others.put(field.getKey(), field.getValue().toString());
            }
        });
        return new Rescued(
                revision.path("name").asText(),
                revision.path("lifecycle").asText(),
                revision.path("revision").asInt(),
                revision.path("contentHash").asText(),
                strings(revision.path("labels")),
                strings(revision.path("annotations")),
                others);
    }

    private static SortedMap<String, String> strings(JsonNode map) {
        SortedMap<String, String> strings = new TreeMap<>();
        map.properties()
                .forEach(entry -> strings.put(entry.getKey(), entry.getValue().asText()));
        return strings;
    }
}
