package dev.firedrill.environments.git.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.conformance.git.GitWorkshop;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.model.RecoveryPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is peculiar to the embedded server: planted trees, checked objects, pushes that meet a rewind. */
class PushesTest {
    private static final String MAIN = "refs/heads/main";

    private final ProcessSupervisor supervisor = ProcessSupervisor.open();

    @AfterEach
    void nothingStays() {
        supervisor.close();
    }

    @Test
    void a_planted_tree_that_climbs_out_is_served_as_it_is() throws IOException {
        try (EmbeddedGitServer server = EmbeddedGitServer.open(supervisor);
                GitWorkshop workshop = new GitWorkshop(server)) {
            server.create("catalog");
            String id = server.plant("catalog", MAIN, List.of("..", "..", "etc/passwd"), "root");
            assertThat(workshop.list("catalog")).containsEntry(MAIN, id);
        }
    }

    @Test
    void a_tree_that_climbs_out_is_stored_by_default_and_refused_by_a_checking_server() {
        try (EmbeddedGitServer lenient = EmbeddedGitServer.open(supervisor);
                EmbeddedGitServer strict = EmbeddedGitServer.openChecking(supervisor)) {
            assertThat(pushClimbing(lenient)).isEqualTo(RemoteRefUpdate.Status.OK);
            assertThatThrownBy(() -> pushClimbing(strict)).hasMessageContaining("invalid name '..'");
            assertThat(strict.refs("catalog")).isEmpty();
        }
    }

    @Test
    void a_push_that_began_before_a_rewind_sets_no_ref_of_what_came_in_its_place() {
        Traffic traffic = new Traffic();
        Object ticket = traffic.ticket("catalog");
        traffic.replaced("catalog");
        assertThat(traffic.push("catalog", ticket, () -> {})).isFalse();
        assertThat(traffic.push("catalog", traffic.ticket("catalog"), () -> {})).isTrue();
        assertThat(traffic.push("other", traffic.ticket("other"), () -> {})).isTrue();
    }

    @Test
    void rewinding_one_repository_leaves_the_files_of_the_others_untouched() throws IOException {
        try (EmbeddedGitServer server = EmbeddedGitServer.open(supervisor);
                GitWorkshop workshop = new GitWorkshop(server)) {
            for (String name : List.of("one", "other")) {
                server.create(name);
                workshop.publish(name, MAIN, "early");
            }
            server.keep(RecoveryPoint.P1);
            workshop.publish("other", MAIN, "late");
            Map<String, String> before = files("other.git");
            server.rewindTo("one", RecoveryPoint.P1);
            assertThat(files("other.git")).isEqualTo(before);
        }
    }

    @Test
    void damage_to_a_ref_on_disk_does_not_reach_a_kept_point() throws IOException {
        try (EmbeddedGitServer server = EmbeddedGitServer.open(supervisor);
                GitWorkshop workshop = new GitWorkshop(server)) {
            server.create("catalog");
            ObjectId id = workshop.publish("catalog", MAIN, "one");
            server.keep(RecoveryPoint.P1);
            Files.writeString(repository("catalog.git").resolve(MAIN), "damaged");
            server.rewindTo(RecoveryPoint.P1);
            assertThat(server.refs("catalog")).isEqualTo(Map.of(MAIN, id.name()));
        }
    }

    private static RemoteRefUpdate.Status pushClimbing(EmbeddedGitServer server) {
        server.create("catalog");
        try (GitWorkshop workshop = new GitWorkshop(server)) {
            ObjectId id = workshop.commit("..", "climbs out");
            return workshop.push("catalog", Map.of(MAIN, id)).iterator().next().getStatus();
        }
    }

    private Path repository(String name) throws IOException {
        try (Stream<Path> all = Files.walk(supervisor.directory(), 5)) {
            return all.filter(path -> path.endsWith(Path.of("repositories", name)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Map<String, String> files(String name) throws IOException {
        Path root = repository(name);
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                found.put(
                        root.relativize(file).toString(),
                        Files.getAttribute(file, "unix:ino") + " " + Files.getLastModifiedTime(file));
            }
        }
        return found;
    }
}
