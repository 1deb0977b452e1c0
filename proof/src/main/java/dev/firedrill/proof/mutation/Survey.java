package dev.firedrill.proof.mutation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.environments.system.ReplacedClasses;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.testbed.TestbedPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One drill of the shipped recovery that notes which lines each scenario reaches and how long it takes. It is kept in a file
 * for as long as the build stays the same.
 */
final class Survey {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A machine with other work makes a scenario inconclusive now and then, and hardly twice. */
    private static final int ATTEMPTS = 3;

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
     * What was noted before, completed by the scenarios that were not there then. A scenario that does not hold with the
     * shipped recovery, again and again, can say nothing of a mutant, and is left out.
     *
     * @throws EnvironmentFailure when that leaves none
     */
    Reach of(List<String> scenarios, TestbedPool testbeds) {
        Path file = options.out().resolve("reach-" + bytecode.fingerprint() + ".json");
        Map<String, Reach.OfScenario> known = new TreeMap<>(read(file));
        List<String> missing =
                scenarios.stream().filter(id -> !known.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            survey(missing, testbeds, (scenario, found) -> {
                known.put(scenario, found);
                write(file, known);
            });
        }
        known.keySet().retainAll(scenarios);
        if (known.isEmpty()) {
            throw new EnvironmentFailure(
                    "No scenario holds with the shipped recovery: there is nothing to drill mutants with");
        }
        return new Reach(known);
    }

    private void survey(List<String> scenarios, TestbedPool testbeds, BiConsumer<String, Reach.OfScenario> found) {
        progress.accept("noting what " + scenarios.size() + " scenarios reach with the shipped recovery");
        Path folder = options.out().resolve("survey");
        LineProbes probes = LineProbes.write(bytecode, folder.resolve("classes"));
        DrillOptions probed =
                options.drilling(Optional.of(ReplacedClasses.named(probes.folder())), folder.resolve("drill"));
        try (TrialDrill drill = TrialDrill.open(testbeds, probed)) {
            // The first scenario pays for the history, and for classes that nobody has compiled yet.
            drill.run(scenarios.get(0));
            for (String scenario : scenarios) {
                held(drill, probes, scenario)
                        .ifPresent(result -> found.accept(
                                scenario,
                                new Reach.OfScenario(result.duration().toMillis(), byClass(probes.takeReached()))));
            }
        }
    }

    private Optional<ScenarioResult> held(TrialDrill drill, LineProbes probes, String scenario) {
        String why = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            probes.takeReached();
            ScenarioResult result = drill.run(scenario);
            if (result.verdict() == Verdict.HELD) {
                return Optional.of(result);
            }
            why = result.verdict().text() + ": " + result.failure();
        }
        progress.accept("left out, because with the shipped recovery it is not held, " + scenario + ": " + why);
        return Optional.empty();
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
            throw new EnvironmentFailure(file + " cannot be read, remove it: " + unreadable.getMessage(), unreadable);
        }
    }

    private static void write(Path file, Map<String, Reach.OfScenario> known) {
        try {
            JSON.writeValue(file.toFile(), new Reach(known));
        } catch (IOException refused) {
            throw new EnvironmentFailure(file + " cannot be written: " + refused.getMessage(), refused);
        }
    }
}
