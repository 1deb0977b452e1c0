package dev.firedrill.cli;

import dev.firedrill.reports.Documentation;
import dev.firedrill.scenarios.runner.Drill;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code firedrill docs}: the site of what can be drilled, without a drill. */
@Command(
        name = "docs",
        mixinStandardHelpOptions = true,
        description = "Writes the living documentation, every feature and every step, without running a scenario.")
final class DocsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "The folder that receives site/. Default: target/docs.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() {
        Outputs.refuseNameless(spec.commandLine(), "--out", out);
        Path folder = out.orElse(Home.folder().resolve("target").resolve("docs"));
        Documentation.write(Drill.catalogue(selection.selection(spec.commandLine())), folder);
        spec.commandLine()
                .getOut()
                .println("Documentation: " + folder.resolve("site").resolve("index.html"));
        spec.commandLine().getOut().flush();
        return ExitCode.HELD;
    }
}
