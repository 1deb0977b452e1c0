package dev.firedrill.cli;

import dev.firedrill.reports.catalogue.CatalogueScenario;
import dev.firedrill.scenarios.runner.Drill;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code firedrill list}: which scenarios there are. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists scenarios by their ids, which 'drill' takes, without running any.")
final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Option(names = "--show-tags", description = "Print the tags behind each id.")
    private boolean showTags;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Drill.catalogue(selection.selection(spec.commandLine()))
                .scenarios()
                .forEach(scenario -> out.println(line(scenario)));
        out.flush();
        return ExitCode.HELD;
    }

    private String line(CatalogueScenario scenario) {
        return showTags && !scenario.tags().isEmpty()
                ? scenario.id() + "  " + String.join(" ", scenario.tags())
                : scenario.id();
    }
}
