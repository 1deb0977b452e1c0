package dev.firedrill.steps.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.steps.laboratory.Forms;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class FormOptionsTest {
    @Test
    void nothing_said_means_nothing_to_install() {
        assertThat(chosen()).isEqualTo(Forms.embedded());
    }

    @Test
    void one_word_stands_for_all_four_roles() {
        assertThat(chosen("--environment", "containers")).isEqualTo(Forms.containers());
    }

    @Test
    void each_role_can_differ_from_the_rest() {
        assertThat(chosen("--environment", "containers", "--control-plane", "api-server", "--git", "embedded"))
                .isEqualTo(new Forms("api-server", "embedded", "containers", "containers", Map.of()));
        assertThat(chosen("--database", "containers", "--links", "containers"))
                .isEqualTo(new Forms("in-process", "embedded", "containers", "containers", Map.of()));
    }

    @Test
    void images_are_named_by_product() {
        assertThat(chosen("--image", "k3s=mine/k3s:1", "--image", "prefix=mirror.example/hub")
                        .images())
                .isEqualTo(Map.of("k3s", "mine/k3s:1", "prefix", "mirror.example/hub"));
    }

    @ParameterizedTest
    @CsvSource({
        "--environment, docker, known are embedded and containers",
        "--control-plane, k3s, 'in-process, api-server, containers'",
        "--git, gitea, 'embedded, containers'",
        "--database, existing, 'embedded, containers'",
        "--links, none, 'embedded, containers'",
        "--image, mysql=mysql:8, 'k3s, gitea, postgres, toxiproxy'",
        "--image, 'k3s=a b', does not name an image"
    })
    void what_is_not_known_is_refused_with_what_is(String option, String value, String known) {
        assertThatThrownBy(() -> chosen(option, value))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(known);
    }

    private static Forms chosen(String... arguments) {
        FormOptions options = new FormOptions();
        CommandLine command = new CommandLine(options);
        command.parseArgs(arguments);
        return options.chosen(command);
    }
}
