package dev.firedrill.steps;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The feature files of the repository, parsed. */
final class Features {
    static final Path FOLDER = Path.of("..", "features");

    /**
     * A scenario of the features.
     *
     * @param file where it stands
     * @param scenario as it stands there
     * @param rows what runs of it: one, or one an example, with the steps of every Background
     */
    record Told(Path file, Scenario scenario, List<Pickle> rows) {
        String where() {
            return FOLDER.relativize(file) + "#" + scenario.getName();
        }
    }

    private Features() {}

    /** Every feature file. */
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".feature"))
                    .sorted()
                    .toList();
        }
    }

    /** Every scenario of every feature. */
    static List<Told> scenarios() throws IOException {
        List<Told> all = new ArrayList<>();
        for (Path file : files()) {
            List<Envelope> parsed = parsed(file);
            List<Pickle> pickles = parsed.stream()
                    .map(Envelope::getPickle)
                    .flatMap(Optional::stream)
                    .toList();
            for (Scenario scenario : scenarios(feature(parsed))) {
                all.add(new Told(
                        file,
                        scenario,
                        pickles.stream()
                                .filter(pickle -> pickle.getAstNodeIds().contains(scenario.getId()))
                                .toList()));
            }
        }
        return all;
    }

    /** A feature file without what runs of it. */
    static Feature read(Path file) throws IOException {
        return feature(parsed(file));
    }

    /** The scenarios of a feature, those under a Rule included. */
    static List<Scenario> scenarios(Feature feature) {
        return feature.getChildren().stream()
                .flatMap(child -> Stream.concat(
                        child.getScenario().stream(),
                        child.getRule().stream()
                                .flatMap(rule -> rule.getChildren().stream())
                                .map(RuleChild::getScenario)
                                .flatMap(Optional::stream)))
                .toList();
    }

    /** The rules of a feature. */
    static List<Rule> rules(Feature feature) {
        return feature.getChildren().stream()
                .map(FeatureChild::getRule)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The scenarios of each place that may have a Background: of the feature, and of each of its rules. */
    static List<List<Scenario>> groups(Feature feature) {
        List<List<Scenario>> groups = new ArrayList<>(List.of(scenarios(feature)));
        rules(feature)
                .forEach(rule -> groups.add(rule.getChildren().stream()
                        .map(RuleChild::getScenario)
                        .flatMap(Optional::stream)
                        .toList()));
        return groups;
    }

    /** Every Background of a feature. */
    static List<Background> backgrounds(Feature feature) {
        return Stream.concat(
                        feature.getChildren().stream()
                                .map(FeatureChild::getBackground)
                                .flatMap(Optional::stream),
                        rules(feature).stream()
                                .flatMap(rule -> rule.getChildren().stream())
                                .map(RuleChild::getBackground)
                                .flatMap(Optional::stream))
                .toList();
    }

    private static List<Envelope> parsed(Path file) throws IOException {
        return GherkinParser.builder().includeSource(false).build().parse(file).toList();
    }

    private static Feature feature(List<Envelope> parsed) {
        return parsed.stream()
                .map(Envelope::getGherkinDocument)
                .flatMap(Optional::stream)
                .flatMap(document -> document.getFeature().stream())
                .findFirst()
                .orElseThrow();
    }
}
