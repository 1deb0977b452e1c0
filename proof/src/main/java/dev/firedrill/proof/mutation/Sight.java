package dev.firedrill.proof.mutation;

import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.system.ReplacedClasses;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.runner.Drill;
import dev.firedrill.scenarios.testbed.TestbedPool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** How much of what a changed recovery does wrong the drill sees: a sample of mutants, each drilled until a scenario is red. */
public final class Sight {
    /** A recovery that takes longer for one pass than this hangs, where the longest scenario takes less than a third of it. */
    private static final Duration HANGS = Duration.ofSeconds(30);

    private static final int LONGEST_TIMES = 3;

    private final DrillOptions options;
    private final Selected selected;
    private final Consumer<String> progress;
    private final Equivalents equivalents;
    private final SourceLines sources;

    /**
     * What is tried.
     *
     * @param sample how many mutants
     * @param seed what they are drawn from
     * @param classes a glob over the names of the recovery's classes
     * @param resume whether mutants that were tried before, with this build and in this folder, are not tried again
     */
    public record Selected(int sample, long seed, String classes, boolean resume) {}

    /**
     * Prepares a run.
     *
     * @param options the scenarios, the forms of the stores and the folder for results
     * @param progress hears what a person who waits wants to read
     */
    public Sight(DrillOptions options, Selected selected, Consumer<String> progress) {
        this.options = options;
        this.selected = selected;
        this.progress = progress;
        this.equivalents = Equivalents.read(options.home());
        this.sources = new SourceLines(options.home());
    }

    /**
     * Draws the sample, tries it and writes the report.
     *
     * @throws EnvironmentFailure when the shipped recovery does not hold, or no scenario is selected
     */
    public SightTally run(ProcessSupervisor supervisor, TestbedPool testbeds) {
        List<String> scenarios = Drill.plan(options);
        if (scenarios.isEmpty()) {
            throw new EnvironmentFailure("No scenario is selected");
        }
        try (RecoveryBytecode bytecode = RecoveryBytecode.ofThisBuild()) {
            Reach reach = new Survey(bytecode, options, progress).of(scenarios, testbeds);
            loseNoPatience(reach);
            MutantFactory factory = new MutantFactory(bytecode);
            MutantSample sample =
                    MutantSample.draw(factory.mutants(selected.classes()), reach, selected.sample(), selected.seed());
            SightLog log = SightLog.open(options.out(), bytecode.fingerprint(), selected.resume());
            MutantTrial trial = new MutantTrial(factory, reach, testbeds, options, lastResort(supervisor));
            List<TriedMutant> tried = tried(sample.drawn(), trial, log);
            SightTally tally = new SightTally(
                    bytecode.fingerprint(),
                    selected.seed(),
                    sample.all(),
                    sample.reached(),
                    reach.scenarios().size(),
                    tried);
            SightReport.write(tally, options.out());
            return tally;
        }
    }

    /** What waits for the recovery gives up soon: most of the time of a sample would be mutants that hang. */
    private static void loseNoPatience(Reach reach) {
        Duration longest = reach.longest().multipliedBy(LONGEST_TIMES);
        Duration budget = longest.compareTo(HANGS) > 0 ? longest : HANGS;
        Patience.PASS.become(budget);
        Patience.START.become(budget);
    }

    private List<TriedMutant> tried(List<BytecodeMutant> drawn, MutantTrial trial, SightLog log) {
        Map<String, TriedMutant> before = log.tried();
        List<TriedMutant> tried = new ArrayList<>();
        for (BytecodeMutant mutant : drawn) {
            int number = tried.size() + 1;
            Optional<TriedMutant> known = Optional.ofNullable(before.get(mutant.key()));
            TriedMutant one = known.map(this::explained).orElseGet(() -> explained(judged(mutant, number, trial)));
            if (known.isEmpty()) {
                log.add(one);
            }
            tried.add(one);
            progress.accept("[" + number + "/" + drawn.size() + "] " + line(one));
        }
        return tried;
    }

    private TriedMutant judged(BytecodeMutant mutant, int number, MutantTrial trial) {
        MutantTrial.Trial ended = trial.of(mutant, number);
        Path classes = options.out()
                .resolve("mutants")
                .resolve(String.format("%03d", number))
                .resolve("classes");
        return new TriedMutant(
                mutant,
                sources.of(mutant),
                ended.fate(),
                ended.by(),
                ended.named(),
                ended.scenarios(),
                ended.took().toMillis(),
                "",
                "./firedrill drill --broken " + ReplacedClasses.named(classes));
    }

    /** Entries may have been written, or taken back, since a mutant was tried. */
    private TriedMutant explained(TriedMutant one) {
        Optional<String> reason = equivalents.reason(one.mutant(), one.code());
        boolean unseen = one.fate() == MutantFate.SURVIVED || one.fate() == MutantFate.EXPLAINED;
        MutantFate fate = unseen ? (reason.isPresent() ? MutantFate.EXPLAINED : MutantFate.SURVIVED) : one.fate();
        return new TriedMutant(
                one.mutant(),
                one.code(),
                fate,
                one.by(),
                one.named(),
                one.scenarios(),
                one.millis(),
                unseen ? reason.orElse("") : "",
                one.repeat());
    }

    private MutantTrial.LastResort lastResort(ProcessSupervisor supervisor) {
        RecoverySuites suites = new RecoverySuites(supervisor, options.home());
        if (!suites.present()) {
            progress.accept("The recovery's own tests are not compiled here: nothing is caught by conformance only");
            return (mutant, classes) -> Optional.empty();
        }
        return suites::failing;
    }

    private static String line(TriedMutant one) {
        return one.fate().title() + ": " + one.mutant().place() + ":"
                + one.mutant().line() + " "
                + one.mutant().change() + " (" + one.scenarios() + " scenarios, " + one.millis() / 1000 + " s)"
                + (one.by().isEmpty() ? "" : "\n      by " + one.by() + " " + String.join(", ", one.named()));
    }
}
