package dev.firedrill.environments.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.EnvironmentFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessSupervisorTest {
    private final List<Forked> forks = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void noForkStays() {
        forks.forEach(Forked::kill);
    }

    @Test
    void the_run_directory_is_private_and_goes_with_the_supervisor() throws IOException {
        ProcessSupervisor supervisor = ProcessSupervisor.open();
        Path run = supervisor.directory();
        Files.writeString(supervisor.directory("somebody").resolve("file"), "content");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run)))
                .isEqualTo("rwx------");
        supervisor.close();
        supervisor.close();
        assertThat(run).doesNotExist();
    }

    @Test
    void closing_again_removes_what_was_written_since() throws IOException {
        ProcessSupervisor supervisor = ProcessSupervisor.open();
        supervisor.close();
        Files.writeString(supervisor.directory("somebody").resolve("file"), "content");
        supervisor.close();
        assertThat(supervisor.directory()).doesNotExist();
    }

    @Test
    void a_name_is_given_once_in_a_run_and_again_in_the_next() {
        try (ProcessSupervisor one = ProcessSupervisor.open();
                ProcessSupervisor other = ProcessSupervisor.open()) {
            assertThat(one.newName("git-server")).isEqualTo("git-server-1");
            assertThat(one.newName("git-server")).isEqualTo("git-server-2");
            assertThat(one.newName("gitea")).isEqualTo("gitea-1");
            assertThat(other.newName("git-server")).isEqualTo("git-server-1");
        }
    }

    @Test
    void two_runs_share_no_port_and_a_closed_one_gives_its_stretch_back() throws IOException {
        int first;
        try (ProcessSupervisor one = ProcessSupervisor.open();
                ProcessSupervisor other = ProcessSupervisor.open()) {
            first = one.ports().free() / Ports.STRETCH * Ports.STRETCH;
            assertThat(other.ports().free() / Ports.STRETCH * Ports.STRETCH).isNotEqualTo(first);
        }
        try (ServerSocket claim = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(claim.isBound()).isTrue();
        }
    }

    @Test
    void what_is_shared_is_opened_once_and_closed_with_the_supervisor() {
        List<String> happened = new ArrayList<>();
        ProcessSupervisor supervisor = ProcessSupervisor.open();
        for (int user = 0; user < 2; user++) {
            supervisor.shared(
                    StringBuilder.class,
                    () -> {
                        happened.add("opened");
                        return new StringBuilder("engine");
                    },
                    closed -> happened.add("closed " + closed));
        }
        supervisor.close();
        supervisor.close();
        assertThat(happened).containsExactly("opened", "closed engine");
        assertThatThrownBy(() -> supervisor.shared(StringBuilder.class, StringBuilder::new, StringBuilder::length))
                .isInstanceOf(EnvironmentFailure.class);
    }

    @Test
    void what_could_not_be_opened_is_not_waited_for_twice() {
        List<String> tried = new ArrayList<>();
        try (ProcessSupervisor supervisor = ProcessSupervisor.open()) {
            for (int user = 0; user < 2; user++) {
                assertThatThrownBy(() -> supervisor.shared(
                                StringBuilder.class,
                                () -> {
                                    tried.add("tried");
                                    throw new EnvironmentFailure("no engine");
                                },
                                never -> tried.add("closed")))
                        .isInstanceOf(EnvironmentFailure.class)
                        .hasMessage("no engine");
            }
        }
        assertThat(tried).containsExactly("tried");
    }

    @Test
    void the_directory_goes_also_when_something_shared_cannot_be_closed() {
        ProcessSupervisor supervisor = ProcessSupervisor.open();
        supervisor.shared(StringBuilder.class, StringBuilder::new, refusing -> {
            throw new EnvironmentFailure("no");
        });
        assertThatThrownBy(supervisor::close)
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessage("no");
        assertThat(supervisor.directory()).doesNotExist();
    }

    @Test
    void closing_ends_a_process_that_ignores_requests_to_end() {
        ProcessSupervisor supervisor = ProcessSupervisor.open();
        ManagedProcess stubborn = supervisor.start(
                "stubborn",
                List.of("sh", "-c", "trap '' TERM QUIT INT; while :; do sleep 0.1; done"),
                Map.of(),
                folder);
        supervisor.close();
        assertThat(stubborn.alive()).isFalse();
    }

    @Test
    void a_folder_that_is_not_there_is_blamed_itself() {
        try (ProcessSupervisor supervisor = ProcessSupervisor.open()) {
            Path nowhere = folder.resolve("nowhere");
            assertThatThrownBy(() -> supervisor.start("lost", List.of("sh", "-c", "pwd"), Map.of(), nowhere))
                    .isInstanceOf(EnvironmentFailure.class)
                    .hasMessageContaining("the folder " + nowhere + ", which is not there");
        }
    }

    @Test
    void the_environment_the_folder_and_the_log_are_those_asked_for() {
        try (ProcessSupervisor supervisor = ProcessSupervisor.open()) {
            ManagedProcess process = supervisor.start(
                    "speaker", List.of("sh", "-c", "echo $WORD; pwd; exit 7"), Map.of("WORD", "hello"), folder);
            assertThat(process.awaitExit(Patience.PROMPT)).isEqualTo(7);
            assertThat(process.tail(5)).isEqualTo("hello\n" + folder);
        }
    }

    @Test
    void a_process_that_ends_early_is_reported_at_once_with_the_end_of_its_log() {
        try (ProcessSupervisor supervisor = ProcessSupervisor.open()) {
            ManagedProcess process =
                    supervisor.start("early", List.of("sh", "-c", "echo no space left; exit 3"), Map.of(), folder);
            assertThatThrownBy(() -> process.awaitReady("the port to open", Patience.FIRST_TIME, () -> false))
                    .isInstanceOf(EnvironmentFailure.class)
                    .hasMessageContaining("early ended with code 3")
                    .hasMessageContaining("no space left");
        }
    }

    @Test
    void only_a_process_that_nobody_told_to_end_has_ended_by_itself() {
        try (ProcessSupervisor supervisor = ProcessSupervisor.open()) {
            ManagedProcess gone =
                    supervisor.start("gone", List.of("sh", "-c", "echo I give up; exit 3"), Map.of(), folder);
            gone.awaitExit(Patience.PROMPT);
            assertThat(gone.endedByItself().orElseThrow()).contains("gone", "code 3", "I give up");
            ManagedProcess ended = supervisor.start("ended", List.of("sleep", "600"), Map.of(), folder);
            assertThat(ended.endedByItself()).isEmpty();
            ended.stop(Patience.PROMPT);
            assertThat(ended.endedByItself()).isEmpty();
        }
    }

    @Test
    void a_command_that_does_not_exist_is_reported_in_the_log() {
        try (ProcessSupervisor supervisor = ProcessSupervisor.open()) {
            ManagedProcess process = supervisor.start("missing", List.of("/no/such/command"), Map.of(), folder);
            assertThat(process.awaitExit(Patience.PROMPT)).isEqualTo(127);
            assertThat(process.tail(5)).contains("/no/such/command");
        }
    }

    @Test
    void killing_takes_the_descendants_along() {
        try (ProcessSupervisor supervisor = ProcessSupervisor.open()) {
            ManagedProcess parent =
                    supervisor.start("parent", List.of("sh", "-c", "sleep 600 & wait"), Map.of(), folder);
            List<ProcessHandle> children = Wait.until(
                    "the child to run",
                    Patience.PROMPT,
                    () -> ProcessHandle.of(parent.pid())
                            .orElseThrow()
                            .children()
                            .toList(),
                    found -> !found.isEmpty());
            ProcessIdentity child = ProcessIdentity.of(children.get(0));
            parent.kill();
            assertThat(child.runs()).isFalse();
        }
    }

    @Test
    void names_that_could_leave_the_run_directory_are_refused() {
        try (ProcessSupervisor supervisor = ProcessSupervisor.open()) {
            assertThatThrownBy(() -> supervisor.directory("../elsewhere")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> supervisor.directory("a/b")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_harness_killed_without_warning_leaves_no_process_and_no_file() throws IOException {
        Forked forked = fork();
        forked.kill();
        Wait.until("the reaper to clear", Patience.PROMPT, () -> Files.notExists(forked.run()));
        Wait.until(
                "the child to be gone", Patience.PROMPT, () -> !forked.child().runs());
    }

    @Test
    void what_a_killed_reaper_left_is_cleared_by_the_next_supervisor() throws IOException {
        Forked forked = fork();
        forked.reaper().destroyForcibly();
        forked.kill();
        assertThat(forked.child().runs()).isTrue();
        Forked next = fork();
        Wait.until("the sweep to clear", Patience.PROMPT, () -> Files.notExists(forked.run()));
        Wait.until(
                "the child to be gone", Patience.PROMPT, () -> !forked.child().runs());
        assertThat(next.child().runs()).isTrue();
        next.kill();
        Wait.until("the reaper to clear", Patience.PROMPT, () -> Files.notExists(next.run()));
    }

    @Test
    void a_reused_process_id_is_not_hit() throws IOException {
        ProcessSupervisor supervisor = ProcessSupervisor.open();
        Process bystander = new ProcessBuilder("sleep", "600").start();
        Files.writeString(supervisor.directory().resolve("children"), bystander.pid() + " 12345 not-ours\n");
        supervisor.close();
        assertThat(bystander.isAlive()).isTrue();
        bystander.destroyForcibly();
    }

    private Forked fork() throws IOException {
        Forked forked = Forked.start(folder);
        forks.add(forked);
        return forked;
    }

    /** A harness in a JVM of its own, with one child on its supervisor. */
    private record Forked(Process harness, Path run, ProcessIdentity child, ProcessHandle reaper) {
        static Forked start(Path temporary) throws IOException {
            Process harness = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djava.io.tmpdir=" + temporary,
                            "-cp",
                            System.getProperty("java.class.path"),
                            SupervisorHolder.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader told = harness.inputReader(StandardCharsets.UTF_8);
            Path run = Path.of(told.readLine());
            long childPid = Long.parseLong(told.readLine());
            ProcessHandle child = ProcessHandle.of(childPid).orElseThrow();
            ProcessHandle reaper = harness.children()
                    .filter(process -> process.pid() != childPid)
                    .findFirst()
                    .orElseThrow();
            Wait.until("the child to be registered", Patience.PROMPT, () -> Files.exists(run.resolve("children")));
            return new Forked(harness, run, ProcessIdentity.of(child), reaper);
        }

        void kill() {
            harness.destroyForcibly().onExit().join();
        }
    }
}
