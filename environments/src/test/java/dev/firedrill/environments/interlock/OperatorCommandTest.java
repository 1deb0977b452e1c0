package dev.firedrill.environments.interlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.environments.git.existing.CommandedRepositoryKeeper;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.RecoveryPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorCommandTest {
    @TempDir
    Path folder;

    @Test
    void the_shell_runs_it_with_what_it_is_given() {
        assertThat(new OperatorCommand("git.list", "echo \"$A\" | tr a-z A-Z").run(Map.of("A", "a; b")))
                .isEqualTo("A; B\n");
    }

    @Test
    void a_failure_is_told_with_its_last_word() {
        assertThatThrownBy(
                        () -> new OperatorCommand("git.list", "echo first >&2; echo no room >&2; exit 3").run(Map.of()))
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("git.list of the target ended with code 3 and said: no room");
        assertThatThrownBy(() -> new OperatorCommand("git.list", "exit 4").run(Map.of()))
                .hasMessageContaining("code 4 and said nothing");
    }

    @Test
    void the_clusters_commands_learn_the_point() throws IOException {
        String line = "echo $0-$FIREDRILL_POINT-$FIREDRILL_NAMESPACE >> " + folder.resolve("said");
        Snapshots commands = Snapshots.byCommand("k=keep; " + line, "k=restore; " + line, "drill");
        commands.keep(RecoveryPoint.P1);
        commands.restore(RecoveryPoint.P2);
        assertThat(Files.readAllLines(folder.resolve("said"))).containsExactly("sh-P1-drill", "sh-P2-drill");
        assertThatThrownBy(() -> Snapshots.byCommand("false", "false", "drill").restore(RecoveryPoint.P1))
                .hasMessageContaining("control-plane.restore");
    }

    @Test
    void repositories_come_and_go_by_command() {
        CommandedRepositoryKeeper keeper = new CommandedRepositoryKeeper(
                new Target.Git("http://git.example/owner", "u", "p", Optional.empty()),
                new Target.GitCommands(
                        "ls " + folder,
                        "mkdir " + folder + "/\"$FIREDRILL_REPOSITORY\"",
                        "rmdir " + folder + "/\"$FIREDRILL_REPOSITORY\""));
        assertThat(keeper.names()).isEmpty();
        keeper.create("b");
        keeper.create("a");
        assertThat(keeper.names()).containsExactly("a", "b");
        keeper.delete("a");
        assertThat(keeper.repositories()).containsOnlyKeys("b");
        assertThatThrownBy(() -> keeper.create("b")).hasMessageContaining("git.create");
    }
}
