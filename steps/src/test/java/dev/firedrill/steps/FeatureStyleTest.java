package dev.firedrill.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleTag;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Features are prose that an operator understands; these are the habits that keep them so. */
class FeatureStyleTest {
    private static final int CATALOGUE = 25;
    private static final Pattern TAG_IN_TABLE = Pattern.compile("`(@[^`]+)`");
    private static final Pattern MACHINERY = Pattern.compile(
            "https?:|localhost|\\bport \\d|\\bkubectl\\b|\\bSQL\\b|\\bJSON\\b|\\d+ seconds", Pattern.CASE_INSENSITIVE);

    /** What has another word everywhere: control plane, restored, quarantined, UID. */
    private static final Pattern OTHER_WORDS = Pattern.compile(
            "\\bclusters?\\b|\\bput(s|ting)? back\\b|\\bputs? \\w+ back\\b|\\bset(s|ting)? aside\\b|\\bstands? at\\b|\\b(goes|went|go) back\\b"
                    + "|(?<!@git-)\\brew(ound|inds?)\\b|\\b(brought|brings?) back\\b|\\bidentit(y|ies)\\b|\\brehears",
            Pattern.CASE_INSENSITIVE);

    static Stream<Path> features() throws IOException {
        return Features.files().stream();
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
    void a_thing_has_one_word(Path file) throws IOException {
        assertThat(OTHER_WORDS
                        .matcher(Files.readString(file).replaceAll("\\s+", " "))
                        .results()
                        .map(MatchResult::group))
                .as("words of %s", file)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("features")
    void tags_come_from_the_table_of_tags(Path file) throws IOException {
        Feature feature = read(file);
        List<String> used = tags(feature)
                .map(Tag::getName)
                .map(name -> name.replaceFirst("^@S\\d\\d$", "@S01").replaceFirst("^@rule-\\d$", "@rule-1"))
                .toList();
        String table = Files.readString(Features.FOLDER.resolve("README.md"));
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

    @Test
    void what_the_order_of_a_run_asks_tags_for_is_tagged() throws IOException {
        for (Features.Told told : Features.scenarios()) {
            for (Pickle row : told.rows()) {
                List<String> steps =
                        row.getSteps().stream().map(PickleStep::getText).toList();
                List<String> tags =
                        row.getTags().stream().map(PickleTag::getName).toList();
                assertThat(tags.contains("@pushes-drafts"))
                        .as("@pushes-drafts of %s", told.where())
                        .isEqualTo(
                                steps.stream().anyMatch(step -> step.contains("an orchestrator that pushes drafts")));
                assertThat(tags.contains("@random"))
                        .as("@random of %s", told.where())
                        .isEqualTo(steps.stream().anyMatch(step -> step.matches("history \\d+ of the seed.*")));
                assertThat(tags.contains("@time"))
                        .as("@time of %s", told.where())
                        .isEqualTo(steps.stream()
                                .anyMatch(step -> step.contains("two markers into every store")
                                        || step.contains("its own clock showed")));
            }
        }
    }

    /** Every tag, wherever it stands. */
    private static Stream<Tag> tags(Feature feature) {
        Stream<Tag> ofScenarios = scenarios(feature).stream()
                .flatMap(scenario -> Stream.concat(
                        scenario.getTags().stream(),
                        scenario.getExamples().stream().flatMap(examples -> examples.getTags().stream())));
        Stream<Tag> ofRules = Features.rules(feature).stream().flatMap(rule -> rule.getTags().stream());
        return Stream.of(feature.getTags().stream(), ofRules, ofScenarios).flatMap(tags -> tags);
    }

    private static List<Scenario> scenarios(Feature feature) {
        return Features.scenarios(feature);
    }

    private static Feature read(Path file) throws IOException {
        return Features.read(file);
    }
}
