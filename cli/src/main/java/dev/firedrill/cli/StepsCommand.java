package dev.firedrill.cli;

import dev.firedrill.reports.catalogue.CatalogueStep;
import dev.firedrill.scenarios.options.FeatureSelection;
import dev.firedrill.scenarios.runner.Drill;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firedrill steps}: which sentences a feature can be written in. */
@Command(
        name = "steps",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the sentences that a feature may use: how many steps of all scenarios are made of each, the sentence,"
                    + " and the method behind it."
        })
final class StepsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "WORDS",
            description = "Only sentences that hold these words, whatever their case. Default: all.")
    private String words = "";

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        FeatureSelection all = new FeatureSelection(Home.folder(), List.of(), Optional.empty());
        Drill.catalogue(all).steps().stream()
                .filter(this::wanted)
                .forEach(step -> out.printf(Locale.ROOT, "%5d  %s  (%s)%n", step.uses(), step.pattern(), step.place()));
        out.flush();
        return ExitCode.HELD;
    }

    private boolean wanted(CatalogueStep step) {
        return step.pattern().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }
}
