package dev.firedrill.cli;

import dev.firedrill.reports.ResultComparison;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.ResultFile;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firedrill compare}: whether two drills found the same, such as one in containers and one without. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Says of each scenario whether two drills found the same: verdict, disaster, package revisions afterwards,"
                    + " and what became of every object.",
            "Exit code 0 when all is the same, 1 when something differs, 2 when something was not proved, or nothing applies to"
                    + " the system that was judged."
        })
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FIRST", description = "A folder that a drill wrote with --out.")
    private Path first;

    @Parameters(index = "1", paramLabel = "SECOND", description = "Another; or the result.json in it.")
    private Path second;

    @Override
    public Integer call() {
        ResultComparison comparison = ResultComparison.of(read(first), read(second));
        PrintWriter out = spec.commandLine().getOut();
        for (ResultComparison.Scenario scenario : comparison.scenarios()) {
            String word = !scenario.applies() ? "not applicable" : scenario.proved() ? "same" : "not proved";
            out.println((scenario.differences().isEmpty() ? word : "different") + "  " + scenario.id());
            scenario.differences().forEach(difference -> out.println("    " + difference));
        }
        long different = comparison.scenarios().stream()
                .filter(scenario -> !scenario.differences().isEmpty())
                .count();
        out.println(comparison.scenarios().size() + " scenarios, " + different + " different");
        if (comparison.different()) {
            return ExitCode.VIOLATED;
        }
        return comparison.proved() ? ExitCode.HELD : ExitCode.INCONCLUSIVE;
    }

    private static DrillResult read(Path named) {
        boolean file = Files.isRegularFile(named) && named.endsWith(ResultFile.NAME);
        return ResultFile.read(file ? Optional.ofNullable(named.getParent()).orElse(Path.of("")) : named);
    }
}
