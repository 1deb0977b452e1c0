package dev.firedrill.cli;

import dev.firedrill.reports.Reports;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.ResultFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firedrill report}: renders results anew, and merges those of several shards. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Renders the results of one drill anew, or merges those of several shards into one report.")
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "OUT", description = "Folders that drills wrote with --out.")
    private List<Path> outs;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            defaultValue = "target/report",
            description = "The folder that receives the report. Default: ${DEFAULT-VALUE}.")
    private Path into;

    @Option(names = "--json", description = "Print the merged result as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Outputs.refuseNameless(spec.commandLine(), "--into", Optional.of(into));
        DrillResult merged = Reports.merge(outs, into);
        if (json) {
            spec.commandLine().getOut().println(ResultFile.text(merged));
        } else {
            spec.commandLine().getOut().println(merged.verdict().text() + ": " + into.resolve("site/index.html"));
        }
        return ExitCode.of(merged.verdict());
    }
}
