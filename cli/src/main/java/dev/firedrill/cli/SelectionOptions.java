package dev.firedrill.cli;

import dev.firedrill.scenarios.options.FeatureSelection;
import dev.firedrill.scenarios.runner.ScenarioSelection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** How commands are told which scenarios are meant. */
public final class SelectionOptions {
    @Parameters(
            arity = "0..*",
            paramLabel = "FEATURE",
            description = "Feature files or folders, each optionally with :LINE, or ids of scenarios as a report names"
                    + " them. Default: all of them.")
    private List<String> features = List.of();

    @Option(
            names = "--tags",
            paramLabel = "EXPR",
            description = "A tag expression such as '@S01 or @five-disasters'. Default: every scenario.")
    private Optional<String> tags = Optional.empty();

    /**
     * What was given.
     *
     * @throws ParameterException when it cannot select anything
     */
    public FeatureSelection selection(CommandLine command) {
        Path home = Home.folder();
        features.stream()
                .map(feature -> ScenarioSelection.objectionToFeature(feature, home))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> tags.flatMap(ScenarioSelection::objectionToTags))
                .ifPresent(objection -> {
                    throw new ParameterException(command, objection);
                });
        return new FeatureSelection(home, features, tags);
    }
}
