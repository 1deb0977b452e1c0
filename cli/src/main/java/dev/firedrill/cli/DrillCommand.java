package dev.firedrill.cli;

import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.options.FeatureSelection;
import dev.firedrill.scenarios.options.Promises;
import dev.firedrill.scenarios.options.Shard;
import dev.firedrill.scenarios.testbed.EnvironmentSpec;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code firedrill drill}: runs scenarios and writes what they found. */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Starts real stores, runs the disasters, recovers, and states what survived.")
final class DrillCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Option(
            names = "--shard",
            paramLabel = "PART/PARTS",
            defaultValue = "1/1",
            description =
                    "Run only this part of the scenarios, such as 2/5; 'firedrill report' merges the folders of all"
                            + " parts. Default: all of them.")
    private String shard = "1/1";

    @Mixin
    private FormOptions forms = new FormOptions();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "What every random choice grows from. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--repositories",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many repositories there are, fillers included. Default: ${DEFAULT-VALUE}.")
    private int repositories;

    @Option(
            names = "--crash-points",
            paramLabel = "N",
            description = "At how many places each scenario of '@crash' is interrupted, drawn from the seed, or 'all'."
                    + " Default: " + DrillOptions.USUAL_CRASH_POINTS + ".")
    private Optional<String> crashPoints = Optional.empty();

    @Option(
            names = "--workers",
            paramLabel = "N",
            description =
                    "How many scenarios run at a time, each with stores of its own. Default: a processor each, and one"
                            + " more with every store in a container.")
    private Optional<Integer> workers = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder that receives the results. Default: target/drill.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--promise",
            paramLabel = "PROMISE",
            description =
                    "What you promise those who depend on a recovery: rpo=5m,rto=10m for every disaster, or a file"
                            + " with a line a disaster, see docs/guide/promises.md. A promise that is not kept is a violation. Default:"
                            + " nothing is promised.")
    private Optional<String> promise = Optional.empty();

    @Option(
            names = "--broken",
            paramLabel = "NAME",
            description =
                    "Drill a deliberately wrong recovery, to prove that the drill can fail; 'list' names them, and"
                            + " 'classes:DIR' is the shipped one with the classes of a folder put before its own.")
    private Optional<String> broken = Optional.empty();

    @Option(
            names = "--keep",
            description =
                    "Leave the stores of the first scenario that fails standing, say where they are, and wait until"
                            + " you end the drill (Ctrl-C), which removes them.")
    private boolean keep;

    @Option(names = "--json", description = "Print the result as JSON instead of progress and summary.")
    private boolean json;

    @Override
    public Integer call() {
        if (broken.filter("list"::equals).isPresent()) {
            return BrokenList.print(spec.commandLine().getOut());
        }
        DrillConsole console =
                new DrillConsole(spec.commandLine().getOut(), spec.commandLine().getErr(), json);
        return ExitCode.of(new DrillSession(options(), console).run().verdict());
    }

    /** More stores at a time than this only wait for one another. */
    private static int mostWorkers() {
        return 8 * Runtime.getRuntime().availableProcessors();
    }

    private DrillOptions options() {
        if (repositories < DrillOptions.FEWEST_REPOSITORIES || repositories > DrillOptions.MOST_REPOSITORIES) {
            throw wrong("--repositories " + repositories + ": the scenarios themselves need "
                    + DrillOptions.FEWEST_REPOSITORIES + ", and more than " + DrillOptions.MOST_REPOSITORIES
                    + " have no room");
        }
        workers.filter(count -> count < 1 || count > mostWorkers()).ifPresent(count -> {
            throw wrong("--workers " + count + ": each has stores of its own; on this machine, 1 to " + mostWorkers());
        });
        Outputs.refuseNameless(spec.commandLine(), "--out", out);
        broken.filter(name -> !BrokenList.knows(name)).ifPresent(name -> {
            throw wrong(
                    "--broken " + name + ": no such recovery; '--broken list' names them" + BrokenList.question(name));
        });
        FeatureSelection selected = selection.selection(spec.commandLine());
        EnvironmentSpec chosen = forms.chosen(spec.commandLine());
        if (chosen.usesExisting() && workers.orElse(1) != 1) {
            throw wrong("--workers " + workers.get()
                    + ": of existing stores there is one, so one scenario runs at a time;" + " leave --workers out");
        }
        return new DrillOptions(
                selected.features(),
                selected.tags(),
                Shard.parse(shard)
                        .orElseThrow(
                                () -> wrong("--shard " + shard + ": give a part and how many there are, such as 2/5")),
                chosen,
                seed,
                repositories,
                crashPoints.map(this::crashPoints).orElse(DrillOptions.USUAL_CRASH_POINTS),
                workers.orElseGet(chosen::usualWorkers),
                out.orElse(selected.home().resolve("target").resolve("drill")),
                broken,
                keep,
                selected.home(),
                promise.map(this::promises).orElse(Promises.NONE),
                RepeatCommand.of(spec.commandLine()));
    }

    private Promises promises(String text) {
        try {
            return Promises.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw wrong(String.valueOf(unreadable.getMessage()));
        }
    }

    private int crashPoints(String text) {
        if (text.equals("all")) {
            return Integer.MAX_VALUE;
        }
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw wrong("--crash-points " + text + ": a number from 1 on, or 'all'");
        }
        return Integer.parseInt(text);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
