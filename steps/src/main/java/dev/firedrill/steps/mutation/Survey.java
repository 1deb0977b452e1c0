package dev.firedrill.steps.mutation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.steps.broken.ReplacedClasses;
import dev.firedrill.steps.drill.DrillOptions;
import dev.firedrill.steps.rehearsal.BenchPool;
import dev.firedrill.vocabulary.LaboratoryBroken;
import dev.firedrill.vocabulary.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * One drill of the shipped recovery that notes which lines each scenario reaches and how long it takes. It is kept in a file
 * for as long as the build stays the same.
 */
final class Survey {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RecoveryBytecode bytecode;
    private final DrillOptions options;
    private final Consumer<String> progress;

    /** @param progress hears what a person who waits wants to read */
    Survey(RecoveryBytecode bytecode, DrillOptions options, Consumer<String> progress) {
        this.bytecode = bytecode;
        this.options = options;
        this.progress = progress;
    }

    /**
     * What was noted before, completed by the scenarios that were not there then.
     *
     * @throws LaboratoryBroken when a scenario does not hold with the shipped recovery: then nothing can be said of mutants
     */
    Reach of(List<String> scenarios, BenchPool benches) {
        Path file = options.out().resolve("reach-" + bytecode.fingerprint() + ".json");
        Map<String, Reach.OfScenario> known = new TreeMap<>(read(file));
        List<String> missing =
                scenarios.stream().filter(id -> !known.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            known.putAll(surveyed(missing, benches));
            write(file, known);
        }
        known.keySet().retainAll(scenarios);
        return new Reach(known);
    }

    private Map<String, Reach.OfScenario> surveyed(List<String> scenarios, BenchPool benches) {
        progress.accept("noting what " + scenarios.size() + " scenarios reach with the shipped recovery");
        Path folder = options.out().resolve("survey");
        LineProbes probes = LineProbes.write(bytecode, folder.resolve("classes"));
        Map<String, Reach.OfScenario> found = new TreeMap<>();
        DrillOptions probed =
                options.drilling(Optional.of(ReplacedClasses.named(probes.folder())), folder.resolve("drill"));
        try (TrialDrill drill = TrialDrill.open(benches, probed)) {
            // The first scenario pays for the history, and for classes that nobody has compiled yet.
            drill.run(scenarios.get(0));
            probes.takeReached();
            for (String scenario : scenarios) {
                ScenarioResult result = drill.run(scenario);
                requireHeld(result);
                found.put(scenario, new Reach.OfScenario(result.duration().toMillis(), byClass(probes.takeReached())));
            }
        }
        return found;
    }

    private static void requireHeld(ScenarioResult result) {
        if (result.verdict() != Verdict.HELD) {
            throw new LaboratoryBroken("With the shipped recovery, " + result.id() + " is "
                    + result.verdict().text() + ", so that it can say nothing of a mutant: " + result.failure());
        }
    }

    private static Map<String, Set<Integer>> byClass(Set<ClassLine> lines) {
        Map<String, Set<Integer>> byClass = new TreeMap<>();
        lines.forEach(line -> byClass.computeIfAbsent(line.className(), name -> new TreeSet<>())
                .add(line.line()));
        return byClass;
    }

    private static Map<String, Reach.OfScenario> read(Path file) {
        try {
            return Files.exists(file)
                    ? JSON.readValue(file.toFile(), Reach.class).scenarios()
                    : Map.of();
        } catch (IOException unreadable) {
            throw new LaboratoryBroken(file + " cannot be read, remove it: " + unreadable.getMessage(), unreadable);
        }
    }

    private static void write(Path file, Map<String, Reach.OfScenario> known) {
        try {
            JSON.writeValue(file.toFile(), new Reach(known));
        } catch (IOException refused) {
            throw new LaboratoryBroken(file + " cannot be written: " + refused.getMessage(), refused);
        }
    }
}
