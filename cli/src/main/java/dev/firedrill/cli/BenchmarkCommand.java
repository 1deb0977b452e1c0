package dev.firedrill.cli;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.reports.result.TimelineEntry;
import dev.firedrill.scenarios.action.ReconcileCosts;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.options.Promises;
import dev.firedrill.scenarios.options.Repetition;
import dev.firedrill.scenarios.options.Shard;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code firedrill benchmark}: how the time of a recovery grows with the number of repositories. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Loses the package cache (S09) with more and more repositories, and fits how the time of the recovery grows."
                    + " Counts each time what it costs to look again at stores that nobody has written to.",
            "Each filler repository holds eight published package revisions. Times are of this machine as it is now; the"
                    + " slope of one run can be compared with that of another."
        })
final class BenchmarkCommand implements Callable<Integer> {
    private static final String LOST = "@S09";
    private static final String LOOKING = "@looking-again";
    private static final String SCENARIOS = LOST + " or " + LOOKING;
    private static final String PHASE = "reconcile";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--sizes",
            paramLabel = "N",
            split = ",",
            defaultValue = "10,30,100,300,1000",
            description = "How many repositories there are each time. Default: ${DEFAULT-VALUE}.")
    private List<Integer> sizes = List.of();

    @Mixin
    private FormOptions forms = new FormOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "The folder for results. Default: target/benchmark.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() {
        Outputs.refuseNameless(spec.commandLine(), "--out", out);
        if (sizes.stream().distinct().count() < 2 || !sizes.stream().allMatch(BenchmarkCommand::isPossible)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--sizes: a slope needs two different sizes or more, each from " + DrillOptions.FEWEST_REPOSITORIES
                            + " to " + DrillOptions.MOST_REPOSITORIES);
        }
        PrintWriter text = spec.commandLine().getOut();
        text.printf("%12s  %12s  %18s%n", "repositories", "recovery (s)", "per repository (ms)");
        List<Growth.Point> points = new ArrayList<>();
        for (int size : sizes) {
            DrillResult result = drill(size);
            Duration time = time(result);
            points.add(new Growth.Point(size, time.toMillis()));
            text.printf(
                    Locale.ROOT,
                    "%12d  %12.2f  %18.1f%n",
                    size,
                    time.toMillis() / 1000.0,
                    (double) time.toMillis() / size);
            looks(result).forEach(cost -> text.printf("%14s%s%n", "", cost));
            text.flush();
        }
        Growth growth = Growth.through(points);
        text.printf(
                Locale.ROOT,
                "%nA repository more costs %.1f ms, on top of %.0f ms. Time grows with the number of repositories to the"
                        + " power of %.2f (1.00 is linear).%n",
                growth.perUnit(),
                growth.fixed(),
                growth.exponent());
        return ExitCode.HELD;
    }

    private static boolean isPossible(int size) {
        return size >= DrillOptions.FEWEST_REPOSITORIES && size <= DrillOptions.MOST_REPOSITORIES;
    }

    /** The drill of a size, which held. */
    private DrillResult drill(int repositories) {
        PrintWriter err = spec.commandLine().getErr();
        Path home = Home.folder();
        DrillOptions options = new DrillOptions(
                List.of(),
                Optional.of(SCENARIOS),
                Shard.ALL,
                forms.chosen(spec.commandLine()),
                0,
                repositories,
                DrillOptions.USUAL_CRASH_POINTS,
                1,
                out.orElse(home.resolve("target").resolve("benchmark")).resolve(String.valueOf(repositories)),
                Optional.empty(),
                false,
                home,
                Promises.NONE,
                new Repetition(
                        List.of("./firedrill", "drill"),
                        List.of("--tags", SCENARIOS, "--workers", "1", "--repositories", String.valueOf(repositories)),
                        List.of("--repositories", String.valueOf(repositories))));
        DrillResult result = new DrillSession(options, new DrillConsole(err, err, false)).run();
        if (result.verdict() != Verdict.HELD) {
            throw new EnvironmentFailure("The recovery of " + repositories + " repositories did not hold; see "
                    + options.out().resolve("site").resolve("index.html"));
        }
        return result;
    }

    private static Duration time(DrillResult result) {
        return result.scenarios().stream()
                .filter(scenario -> scenario.tags().contains(LOST))
                .map(ScenarioResult::rto)
                .flatMap(rto -> Optional.ofNullable(rto.phases().get(PHASE)).stream())
                .min(Duration::compareTo)
                .orElseThrow(() -> new EnvironmentFailure("No scenario of " + LOST + " has measured its recovery"));
    }

    /** What one look costs, a sentence each. */
    private static List<String> looks(DrillResult result) {
        return result.scenarios().stream()
                .flatMap(scenario -> scenario.timeline().stream())
                .filter(entry -> entry.phase().equals(ReconcileCosts.PHASE))
                .map(TimelineEntry::what)
                .toList();
    }
}
