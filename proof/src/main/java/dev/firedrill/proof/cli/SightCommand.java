package dev.firedrill.proof.cli;

import dev.firedrill.cli.BenchmarkExtension;
import dev.firedrill.cli.DrillConsole;
import dev.firedrill.cli.ExitCode;
import dev.firedrill.cli.FormOptions;
import dev.firedrill.cli.Home;
import dev.firedrill.cli.ShutdownHandler;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.proof.mutation.MutantFate;
import dev.firedrill.proof.mutation.Sight;
import dev.firedrill.proof.mutation.SightTally;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.options.Promises;
import dev.firedrill.scenarios.options.Repetition;
import dev.firedrill.scenarios.options.Shard;
import dev.firedrill.scenarios.runner.ScenarioSelection;
import dev.firedrill.scenarios.testbed.EnvironmentSpec;
import dev.firedrill.scenarios.testbed.TestbedPool;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firedrill benchmark sight}: how many changes of the recovery that nobody thought of the drill sees. */
@Command(
        name = "sight",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Changes the recovery's bytecode in ways that nobody thought of, and runs the scenarios that reach the change,"
                    + " the shortest first, until one turns red; then, for what is left, the recovery's own tests.",
            "Says of each mutant whether a drill sees it. Those of which docs/sight/equivalents.yaml says why nothing"
                    + " differs are explained; exit code 1 when another survived.",
            "With --fields it damages, after a recovery, one field of each kind that is read in the real stores, and asks"
                    + " the judge; exit code 1 when a damage is not named."
        })
public final class SightCommand implements BenchmarkExtension {
    private static final List<String> CHAPTERS =
            List.of("disasters", "rules", "rescue-and-quarantine", "degraded-stores", "requests");

    private static final int USUAL_SAMPLE = 40;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "FEATURE",
            description = "Feature files or folders. Default: the chapters disasters, rules,"
                    + " rescue-and-quarantine, degraded-stores and requests;"
                    + " with --tags, every feature.")
    private List<String> features = List.of();

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "How many mutants to try, or kinds of fields. Default: 40 mutants, all kinds of fields.")
    private Optional<Integer> sample = Optional.empty();

    @Option(names = "--fields", description = "Damage fields in the stores and not the recovery.")
    private boolean fields;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "0",
            description = "What the sample is drawn from. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--classes",
            paramLabel = "GLOB",
            defaultValue = "*",
            description = "Only mutants of classes of these full names, such as '*.recovery.plan.*'. Default: all.")
    private String classes = "*";

    @Option(
            names = "--tags",
            paramLabel = "EXPR",
            description =
                    "Only scenarios of this tag expression, of every feature that is not excluded by naming some.")
    private Optional<String> tags = Optional.empty();

    @Mixin
    private FormOptions forms = new FormOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder for results, and for what is known of this build. Default: target/sight.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--resume",
            description = "Go on with a sample that was stopped: what was tried is not tried again.")
    private boolean resume;

    @Override
    public Integer call() {
        if (sample.orElse(1) < 1) {
            throw new ParameterException(spec.commandLine(), "--sample " + sample.get() + ": one or more");
        }
        return fields ? fields() : mutants();
    }

    private int fields() {
        PrintWriter err = spec.commandLine().getErr();
        DrillOptions options = options();
        LoggerFactory.getILoggerFactory();
        try (ProcessSupervisor supervisor = ProcessSupervisor.open()) {
            ShutdownHandler shutdown = ShutdownHandler.closing(supervisor, new DrillConsole(err, err, false));
            FieldsReport report = new FieldsReport(options, spec.commandLine().getOut());
            return shutdown.during(() -> report.run(supervisor, sample.orElse(Integer.MAX_VALUE), seed))
                    ? ExitCode.HELD
                    : ExitCode.VIOLATED;
        }
    }

    private int mutants() {
        PrintWriter text = spec.commandLine().getOut();
        DrillOptions options = options();
        Sight sight =
                new Sight(options, new Sight.Selected(sample.orElse(USUAL_SAMPLE), seed, classes, resume), line -> {
                    text.println(line);
                    text.flush();
                });
        SightTally tally = run(sight, options);
        text.println();
        tally.lines().forEach(text::println);
        tally.of(MutantFate.SURVIVED)
                .forEach(one -> text.println("survived: " + one.mutant().place() + ":"
                        + one.mutant().line() + " " + one.mutant().change() + "\n    " + one.code() + "\n    "
                        + one.repeat()));
        text.println("Report: " + options.out().resolve("sight.md"));
        text.flush();
        return tally.of(MutantFate.SURVIVED).isEmpty() ? ExitCode.HELD : ExitCode.VIOLATED;
    }

    private SightTally run(Sight sight, DrillOptions options) {
        PrintWriter err = spec.commandLine().getErr();
        // Stores start on several threads; logging that is set up by all of them at once complains.
        LoggerFactory.getILoggerFactory();
        try (ProcessSupervisor supervisor = ProcessSupervisor.open()) {
            ShutdownHandler shutdown = ShutdownHandler.closing(supervisor, new DrillConsole(err, err, false));
            return shutdown.during(() -> {
                try (TestbedPool testbeds = new TestbedPool(supervisor, options.forms(), options.repositories())) {
                    return sight.run(supervisor, testbeds);
                }
            });
        }
    }

    private DrillOptions options() {
        Path home = Home.folder();
        features.stream()
                .map(feature -> ScenarioSelection.objectionToFeature(feature, home))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> tags.flatMap(ScenarioSelection::objectionToTags))
                .ifPresent(objection -> {
                    throw new ParameterException(spec.commandLine(), objection);
                });
        EnvironmentSpec chosen = forms.chosen(spec.commandLine());
        return new DrillOptions(
                features.isEmpty() ? usualFeatures(home) : features,
                tags,
                Shard.ALL,
                chosen,
                0,
                DrillOptions.FEWEST_REPOSITORIES,
                DrillOptions.USUAL_CRASH_POINTS,
                chosen.usualWorkers(),
                out.orElse(home.resolve("target").resolve("sight")).toAbsolutePath(),
                Optional.empty(),
                false,
                home,
                Promises.NONE,
                new Repetition(
                        List.of("./firedrill", "benchmark", "sight"),
                        List.of(
                                "--sample",
                                String.valueOf(sample.orElse(USUAL_SAMPLE)),
                                "--seed",
                                String.valueOf(seed)),
                        List.of()));
    }

    private List<String> usualFeatures(Path home) {
        Stream<String> usual = tags.isPresent() ? Stream.of("") : CHAPTERS.stream();
        return usual.map(chapter -> home.resolve("features").resolve(chapter).toString())
                .toList();
    }
}
