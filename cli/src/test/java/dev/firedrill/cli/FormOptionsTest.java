package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.scenarios.testbed.EnvironmentSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class FormOptionsTest {
    @TempDir
    Path folder;

    @Test
    void nothing_said_means_nothing_to_install() {
        assertThat(chosen()).isEqualTo(EnvironmentSpec.embedded());
    }

    @Test
    void one_word_stands_for_all_four_roles() {
        assertThat(chosen("--environment", "containers")).isEqualTo(EnvironmentSpec.containers());
    }

    @Test
    void each_role_can_differ_from_the_rest() {
        assertThat(chosen("--environment", "containers", "--control-plane", "api-server", "--git", "embedded"))
                .isEqualTo(new EnvironmentSpec(
                        "api-server",
                        "embedded",
                        "containers",
                        "containers",
                        EnvironmentSpec.FIREDRILL,
                        Map.of(),
                        Optional.empty()));
        assertThat(chosen("--database", "containers", "--links", "containers"))
                .isEqualTo(new EnvironmentSpec(
                        "in-process",
                        "embedded",
                        "containers",
                        "containers",
                        EnvironmentSpec.FIREDRILL,
                        Map.of(),
                        Optional.empty()));
    }

    @Test
    void images_are_named_by_product() {
        assertThat(chosen("--image", "k3s=mine/k3s:1", "--image", "prefix=mirror.example/hub")
                        .images())
                .isEqualTo(Map.of("k3s", "mine/k3s:1", "prefix", "mirror.example/hub"));
    }

    @ParameterizedTest
    @CsvSource({
        "--environment, docker, known are embedded, containers and existing",
        "--control-plane, k3s, 'in-process, api-server, containers, containers-etcd, containers-privileged, existing'",
        "--git, gitea, 'embedded, containers, existing'",
        "--database, mysql, 'embedded, containers, existing'",
        "--links, existing, 'embedded, toxiproxy, containers, none'",
        "--image, mysql=mysql:8, 'k3s, gitea, postgres, toxiproxy'",
        "--image, 'k3s=a b', does not name an image"
    })
    void what_is_not_known_is_refused_with_what_is(String option, String value, String known) {
        assertThatThrownBy(() -> chosen(option, value))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(known);
    }

    @Test
    void existing_stores_are_asked_for_by_name() throws IOException {
        Files.writeString(folder.resolve("secret"), "s");
        String target = Files.writeString(folder.resolve("target"), """
                        name = lab
                        git.url = http://git.example/owner
                        git.user = u
                        git.password-file = secret
                        """).toString();
        EnvironmentSpec forms =
                chosen("--git", "existing", "--target", target, "--confirm-target", "lab", "--links", "none");
        assertThat(forms.usesExisting()).isTrue();
        assertThat(forms.site().orElseThrow().interlock().target().name()).isEqualTo("lab");
        assertThat(forms.controlPlane()).isEqualTo("in-process");
        assertRefused("does not say where", "--environment", "existing", "--target", target, "--confirm-target", "lab");
        assertRefused("'labor' is not its name", "--git", "existing", "--target", target, "--confirm-target", "labor");
        assertRefused("cannot be read", "--git", "existing", "--target", target + "-absent");
        assertRefused("give --target FILE", "--git", "existing");
        Path certified = Files.writeString(
                folder.resolve("https"), Files.readString(Path.of(target)).replace("http:", "https:"));
        assertRefused("add --links none", "--git", "existing", "--target", certified.toString());
    }

    @Test
    void of_existing_stores_there_is_one() throws IOException {
        existing_stores_are_asked_for_by_name();
        StringWriter said = new StringWriter();
        CommandLine command = Firedrill.commandLine().setErr(new PrintWriter(said));
        int code = command.execute(
                "drill",
                "--git=existing",
                "--target=" + folder.resolve("target"),
                "--confirm-target=lab",
                "--workers=2");
        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(said.toString()).contains("--workers 2");
    }

    private static void assertRefused(String said, String... arguments) {
        assertThatThrownBy(() -> chosen(arguments))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(said);
    }

    private static EnvironmentSpec chosen(String... arguments) {
        FormOptions options = new FormOptions();
        CommandLine command = new CommandLine(options);
        command.parseArgs(arguments);
        return options.chosen(command);
    }
}
