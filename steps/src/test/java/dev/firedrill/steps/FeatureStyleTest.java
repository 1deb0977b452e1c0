package dev.firedrill.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Features are prose that an operator understands; these are the habits that keep them so. */
class FeatureStyleTest {
    private static final Path FEATURES = Path.of("..", "features");
    private static final int CATALOGUE = 25;
    private static final Pattern TAG_IN_TABLE = Pattern.compile("`(@[^`]+)`");
    private static final Pattern MACHINERY = Pattern.compile(
            "https?:|localhost|\\bport \\d|\\bkubectl\\b|\\bSQL\\b|\\bJSON\\b|\\d+ seconds", Pattern.CASE_INSENSITIVE);

    static Stream<Path> features() throws IOException {
        try (Stream<Path> files = Files.walk(FEATURES)) {
            return files.filter(file -> file.toString().endsWith(".feature")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void a_feature_says_what_it_is_about(Path file) throws IOException {
        assertThat(read(file).getDescription()).as("description of %s", file).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("features")
    void a_scenario_has_one_event(Path file) throws IOException {
        for (Scenario scenario : scenarios(read(file))) {
            long events = scenario.getSteps().stream()
                    .map(Step::getKeyword)
                    .filter(keyword -> keyword.strip().equals("When"))
                    .count();
            assertThat(events).as("When steps of '%s'", scenario.getName()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void a_scenario_is_short(Path file) throws IOException {
        for (Scenario scenario : scenarios(read(file))) {
            assertThat(scenario.getSteps())
                    .as("steps of '%s'", scenario.getName())
                    .hasSizeLessThanOrEqualTo(7);
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void no_step_speaks_of_machinery(Path file) throws IOException {
        for (Scenario scenario : scenarios(read(file))) {
            assertThat(scenario.getSteps())
                    .as("steps of '%s'", scenario.getName())
                    .noneMatch(step -> MACHINERY.matcher(step.getText()).find());
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void tags_come_from_the_table_of_tags(Path file) throws IOException {
        Feature feature = read(file);
        List<String> used = Stream.concat(
                        feature.getTags().stream(),
                        scenarios(feature).stream()
                                .flatMap(scenario -> Stream.concat(
                                        scenario.getTags().stream(),
                                        scenario.getExamples().stream()
                                                .flatMap(examples -> examples.getTags().stream()))))
                .map(Tag::getName)
                .map(name -> name.replaceFirst("^@S\\d\\d$", "@S01").replaceFirst("^@rule-\\d$", "@rule-1"))
                .toList();
        String table = Files.readString(FEATURES.resolve("README.md"));
        assertThat(TAG_IN_TABLE
                        .matcher(table)
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet()))
                .as("tags of features/README.md")
                .containsAll(used);
    }

    @Test
    void every_number_of_the_catalogue_of_expectations_is_on_a_scenario() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : features().toList()) {
            scenarios(read(file)).stream()
                    .flatMap(scenario -> scenario.getTags().stream())
                    .map(Tag::getName)
                    .forEach(used::add);
        }
        assertThat(used)
                .containsAll(IntStream.rangeClosed(1, CATALOGUE)
                        .mapToObj("@S%02d"::formatted)
                        .toList());
    }

    private static List<Scenario> scenarios(Feature feature) {
        return feature.getChildren().stream()
                .flatMap(child -> Stream.concat(
                        child.getScenario().stream(),
                        child.getRule().stream()
                                .flatMap(rule -> rule.getChildren().stream())
                                .map(RuleChild::getScenario)
                                .flatMap(Optional::stream)))
                .toList();
    }

    private static Feature read(Path file) throws IOException {
        return GherkinParser.builder()
                .includeSource(false)
                .includePickles(false)
                .build()
                .parse(file)
                .map(Envelope::getGherkinDocument)
                .flatMap(Optional::stream)
                .map(GherkinDocument::getFeature)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }
}
