package dev.firedrill.proof.mutation;

import dev.firedrill.environments.process.FileTrees;
import dev.firedrill.environments.system.ReplacedClasses;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.LossItem;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.testbed.TestbedPool;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tries one mutant after the other. The scenarios that reach it run until one turns red; then the same scenario runs with the
 * shipped recovery on the same stores, so that the red is known to be the mutant's, and that it has left nothing behind.
 */
final class MutantTrial {
    /** As many objects as a reader needs to see whether the verdict names the right one. */
    private static final int NAMED = 3;

    private final MutantFactory factory;
    private final Reach reach;
    private final TestbedPool testbeds;
    private final DrillOptions options;
    private final LastResort lastResort;

    MutantTrial(MutantFactory factory, Reach reach, TestbedPool testbeds, DrillOptions options, LastResort lastResort) {
        this.factory = factory;
        this.reach = reach;
        this.testbeds = testbeds;
        this.options = options;
        this.lastResort = lastResort;
    }

    /** What becomes of a mutant that every scenario held with. */
    interface LastResort {
        /** @param classes where the mutated class lies */
        Optional<String> failingTest(BytecodeMutant mutant, Path classes);
    }

    /**
     * Tries a mutant.
     *
     * @param number which one of the sample, from 1; evidence goes into a folder of that number
     * @throws EnvironmentFailure when a scenario does not hold with the shipped recovery either
     */
    Trial of(BytecodeMutant mutant, int number) {
        Instant began = Instant.now();
        Path folder = options.out().resolve("mutants").resolve(String.format("%03d", number));
        FileTrees.discard(folder);
        Path classes = folder.resolve("classes");
        factory.write(mutant, classes);
        List<String> scenarios = reach.scenariosFor(mutant);
        Optional<ScenarioResult> red = new FirstRed(
                        options.workers(),
                        (scenario, place) -> judged(scenario, classes, folder.resolve("worker-" + place)))
                .of(scenarios);
        if (red.isPresent()) {
            int ran = scenarios.indexOf(red.get().id()) + 1;
            MutantFate fate = red.get().verdict() == Verdict.VIOLATED ? MutantFate.CAUGHT : MutantFate.BROKEN;
            return new Trial(fate, red.get().id(), named(red.get()), ran, since(began));
        }
        Optional<String> test = lastResort.failingTest(mutant, classes);
        return new Trial(
                test.isPresent() ? MutantFate.CONFORMANCE : MutantFate.SURVIVED,
                test.orElse(""),
                List.of(),
                scenarios.size(),
                since(began));
    }

    /**
     * How a trial ended.
     *
     * @param fate what became of the mutant, before anybody looks whether it is explained
     * @param by the scenario or test that turned red; empty when none did
     * @param named the objects that the verdict names, or else what it says
     * @param scenarios how many scenarios ran
     * @param took how long that took
     */
    record Trial(MutantFate fate, String by, List<String> named, int scenarios, Duration took) {}

    /** What a scenario says of the mutant, without the reds that are not the mutant's. */
    private ScenarioResult judged(String scenario, Path classes, Path folder) {
        ScenarioResult result = drill(scenario, Optional.of(classes), folder.resolve("drill"));
        return result.verdict() == Verdict.HELD || isTheMutants(result, folder)
                ? result
                : onNewStores(scenario, classes, folder);
    }

    /** A red that the shipped recovery shows too is the stores' fault; the mutant gets other ones. */
    private ScenarioResult onNewStores(String scenario, Path classes, Path folder) {
        testbeds.retireIdle();
        ScenarioResult again = drill(scenario, Optional.of(classes), folder.resolve("drill"));
        if (again.verdict() != Verdict.HELD && !isTheMutants(again, folder)) {
            throw new EnvironmentFailure("With the shipped recovery, " + scenario
                    + " does not hold either, on new stores; see " + folder.resolve("shipped"));
        }
        return again;
    }

    private boolean isTheMutants(ScenarioResult red, Path folder) {
        if (red.verdict() == Verdict.INCONCLUSIVE) {
            // Nobody knows what state stores are in with which a scenario came to no end.
            testbeds.retireIdle();
        }
        return drill(red.id(), Optional.empty(), folder.resolve("shipped")).verdict() == Verdict.HELD;
    }

    private ScenarioResult drill(String scenario, Optional<Path> classes, Path folder) {
        try (TrialDrill drill =
                TrialDrill.open(testbeds, options.drilling(classes.map(ReplacedClasses::named), folder))) {
            return drill.run(scenario);
        }
    }

    private static List<String> named(ScenarioResult red) {
        List<String> objects = red.loss().items().stream()
                .filter(item -> !item.allowed())
                .map(LossItem::object)
                .distinct()
                .limit(NAMED)
                .toList();
        return objects.isEmpty() ? firstSentence(red) : objects;
    }

    private static List<String> firstSentence(ScenarioResult red) {
        return Stream.ofNullable(red.failure()).flatMap(String::lines).limit(1).toList();
    }

    private static Duration since(Instant began) {
        return Duration.between(began, Instant.now());
    }
}
