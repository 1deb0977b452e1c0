package dev.firedrill.scenarios.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioSelectionTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @ParameterizedTest
    @CsvSource({
        "features/x*:16, give a feature file",
        "features/nothing.feature, there is no such file or folder",
        "nowhere, there is no such file or folder",
        "http://example.org/a.feature, only files of this machine can be run",
    })
    void names_the_argument_that_selects_nothing(String argument, String reason) {
        assertThat(ScenarioSelection.objectionToFeature(argument, HOME))
                .hasValueSatisfying(objection ->
                        assertThat(objection).startsWith(argument + ": ").contains(reason));
    }

    @Test
    void takes_a_file_a_file_with_lines_and_a_folder(@TempDir Path folder) throws IOException {
        Path feature = Files.createFile(folder.resolve("a.feature"));
        assertThat(ScenarioSelection.objectionToFeature(folder.toString(), HOME))
                .isEmpty();
        assertThat(ScenarioSelection.objectionToFeature(feature.toString(), HOME))
                .isEmpty();
        assertThat(ScenarioSelection.objectionToFeature(feature + ":3:7", HOME)).isEmpty();
    }

    @Test
    void refuses_a_file_that_is_no_feature(@TempDir Path folder) throws IOException {
        Path readme = Files.createFile(folder.resolve("README.md"));
        assertThat(ScenarioSelection.objectionToFeature(readme.toString(), HOME))
                .contains(readme + ": that is no feature file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@S01 or (", "@S01 and", ")"})
    void refuses_what_is_no_tag_expression(String expression) {
        assertThat(ScenarioSelection.objectionToTags(expression))
                .hasValueSatisfying(objection ->
                        assertThat(objection).startsWith("--tags: ").contains("\"" + expression + "\""));
    }

    @Test
    void takes_a_tag_expression() {
        assertThat(ScenarioSelection.objectionToTags("@S01 and not (@slow or @matrix)"))
                .isEmpty();
    }
}
