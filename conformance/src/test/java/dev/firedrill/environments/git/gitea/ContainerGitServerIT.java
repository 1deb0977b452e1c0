package dev.firedrill.environments.git.gitea;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.conformance.git.GitWorkshop;
import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.docker.Images;
import dev.firedrill.environments.docker.RunningContainer;
import dev.firedrill.environments.docker.TestEngine;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.Outage;
import dev.firedrill.model.RecoveryPoint;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What only Gitea has: a database beside the disk, settings beside the refs, a container to lose. */
class ContainerGitServerIT {
    private static final String MARKER = "refs/firedrill/marker/P1";

    private static Engine engine;
    private static ProcessSupervisor supervisor;

    @BeforeAll
    static void holdOn() {
        engine = TestEngine.engineFor(Images.Of.GITEA);
        supervisor = ProcessSupervisor.open();
    }

    @AfterAll
    static void letGo() {
        if (engine != null) {
            engine.close();
            supervisor.close();
        }
    }

    @Test
    void a_repository_on_disk_that_the_database_does_not_know_is_adopted() throws IOException {
        try (ContainerGitServer server = ContainerGitServer.open(engine, supervisor);
                GitWorkshop workshop = new GitWorkshop(server)) {
            server.create("known");
            String id = workshop.publish("known", "refs/heads/main", "one").name();
            RunningContainer container = server.gitea().container();
            container.run("git", List.of("cp", "-a", folder("known"), folder("stray")));
            assertThat(server.repositories()).containsExactly("known");
            assertThat(server.adopt()).containsExactly("stray");
            assertThat(workshop.list("stray")).containsEntry("refs/heads/main", id);
        }
    }

    @Test
    void a_rewind_brings_back_another_default_branch_and_a_loss_destroys_the_container() throws IOException {
        try (ContainerGitServer server = ContainerGitServer.open(engine, supervisor);
                GitWorkshop workshop = new GitWorkshop(server)) {
            server.create("catalog");
            ObjectId one = workshop.commit("Kptfile", "one");
            ObjectId two = workshop.commit("Kptfile", "two", one);
            workshop.push("catalog", Map.of("refs/heads/main", one, "refs/heads/trunk", two));
            server.gitea()
                    .owner()
                    .restore(
                            "catalog",
                            new ObjectMapper()
                                    .readTree(
                                            "{\"default_branch\": \"trunk\", \"description\": \"d\", \"private\": true}"));
            assertThat(workshop.list("catalog")).containsEntry("HEAD", two.name());
            server.keep(RecoveryPoint.P1);
            String first = server.containerId();
            server.lose();
            assertThat(server.containerId()).isNotEqualTo(first);
            server.rewindTo(RecoveryPoint.P1);
            assertThat(workshop.list("catalog"))
                    .containsEntry("HEAD", two.name())
                    .containsEntry("refs/heads/main", one.name());
        }
    }

    @Test
    void a_repository_that_still_has_its_objects_is_put_back_where_it_stands_and_any_other_is_founded_again()
            throws IOException {
        try (ContainerGitServer server = ContainerGitServer.open(engine, supervisor);
                GitWorkshop workshop = new GitWorkshop(server)) {
            server.create("standing");
            server.create("emptied");
            ObjectId one = workshop.commit("Kptfile", "one");
            workshop.push("standing", Map.of("refs/heads/main", one, "refs/heads/gone", one));
            workshop.push("emptied", Map.of("refs/heads/main", one));
            server.keep(RecoveryPoint.P1);
            Map<String, Integer> before = idsOf(server);
            ObjectId two = workshop.commit("Kptfile", "two", one);
            workshop.push(
                    "standing",
                    Map.of("refs/heads/main", two, "refs/heads/gone", ObjectId.zeroId(), "refs/tags/v1", two));
            server.empty("emptied");
            server.rewindTo(RecoveryPoint.P1);
            assertThat(workshop.list("standing"))
                    .containsEntry("refs/heads/main", one.name())
                    .containsEntry("refs/heads/gone", one.name())
                    .doesNotContainKey("refs/tags/v1");
            assertThat(workshop.list("emptied")).containsEntry("refs/heads/main", one.name());
            assertThat(idsOf(server).get("standing")).isEqualTo(before.get("standing"));
            assertThat(idsOf(server).get("emptied")).isNotEqualTo(before.get("emptied"));
            workshop.push("standing", Map.of("refs/heads/main", two));
            assertThat(server.refs("standing")).containsEntry("refs/heads/main", two.name());
        }
    }

    @Test
    void a_ref_of_several_repositories_is_set_without_a_push_where_all_hold_the_object() throws IOException {
        try (ContainerGitServer server = ContainerGitServer.open(engine, supervisor);
                GitWorkshop workshop = new GitWorkshop(server)) {
            server.create("first");
            server.create("second");
            ObjectId both = workshop.commit("Kptfile", "one");
            workshop.push("first", Map.of("refs/heads/main", both));
            workshop.push("second", Map.of("refs/heads/main", both));
            ObjectId ofFirst = workshop.publish("first", "refs/heads/more", "two");
            Set<String> repositories = Set.of("first", "second");
            assertThat(server.setRef(repositories, MARKER, both.name())).isTrue();
            assertThat(workshop.list("first")).containsEntry(MARKER, both.name());
            assertThat(workshop.list("second")).containsEntry(MARKER, both.name());
            assertThat(server.setRef(repositories, MARKER, ofFirst.name())).isFalse();
            assertThat(workshop.list("second")).containsEntry(MARKER, both.name());
        }
    }

    @Test
    void a_paused_server_is_silent_until_it_is_woken() {
        try (ContainerGitServer server = ContainerGitServer.open(engine, supervisor)) {
            Outage pause = server.pause();
            assertThat(pause.witness().convincing()).isTrue();
            pause.close();
            pause.close();
            assertThat(server.repositories()).isEmpty();
        }
    }

    /** Gitea gives a repository another number when it is founded again. */
    private static Map<String, Integer> idsOf(ContainerGitServer server) {
        Map<String, Integer> ids = new TreeMap<>();
        server.gitea()
                .owner()
                .repositories()
                .forEach((name, one) -> ids.put(name, one.path("id").asInt()));
        return ids;
    }

    private static String folder(String repository) {
        return "/data/git/repositories/" + GiteaContainer.ORGANISATION + "/" + repository + ".git";
    }
}
