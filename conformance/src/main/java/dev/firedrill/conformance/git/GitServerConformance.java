package dev.firedrill.conformance.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.conformance.FormUnderTest;
import dev.firedrill.environments.role.GitServer;
import dev.firedrill.environments.role.Instrumented;
import dev.firedrill.environments.role.Killable;
import dev.firedrill.model.GitAddress;
import dev.firedrill.model.RecoveryPoint;
import java.io.IOException;
import java.util.Map;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scenarios rely on in a git server, whatever its form. */
@AgainstEveryForm(GitServer.class)
class GitServerConformance {
    private static final String MAIN = "refs/heads/main";
    private static final String TAG = "refs/tags/basedir/pkg/v1";

    @Parameter
    FormUnderTest<GitServer> form;

    private GitServer server;
    private GitWorkshop workshop;

    @BeforeEach
    void aServer() {
        server = form.open();
        workshop = new GitWorkshop(server);
    }

    @AfterEach
    void nothingStays() {
        workshop.close();
        server.close();
        server.close();
    }

    @Test
    void what_is_pushed_is_advertised_with_main_as_head() throws IOException {
        server.create("catalog");
        assertThat(workshop.list("catalog")).isEmpty();
        String id = workshop.publish("catalog", MAIN, "one").name();
        assertThat(server.refs("catalog")).isEqualTo(Map.of(MAIN, id));
        assertThat(workshop.list("catalog")).isEqualTo(Map.of("HEAD", id, MAIN, id));
    }

    @Test
    void branches_and_tags_with_slashes_come_and_go() {
        server.create("catalog");
        ObjectId id = workshop.commit("Kptfile", "one");
        workshop.push("catalog", Map.of(MAIN, id, TAG, id, "refs/heads/drafts/pkg/v1", id));
        assertThat(server.refs("catalog")).containsOnlyKeys(MAIN, TAG, "refs/heads/drafts/pkg/v1");
        workshop.push("catalog", Map.of(TAG, ObjectId.zeroId(), "refs/heads/drafts/pkg/v1", ObjectId.zeroId()));
        assertThat(server.refs("catalog")).containsOnlyKeys(MAIN);
    }

    @Test
    void a_push_happens_whole_or_not_at_all() {
        server.create("catalog");
        ObjectId one = workshop.publish("catalog", MAIN, "one");
        ObjectId two = workshop.commit("Kptfile", "two", one);
        // A ref below a ref that is there cannot be made.
        assertThat(workshop.push("catalog", Map.of(TAG, two, MAIN + "/below", two)))
                .noneMatch(update -> update.getStatus() == RemoteRefUpdate.Status.OK);
        assertThat(server.refs("catalog")).isEqualTo(Map.of(MAIN, one.name()));
    }

    @Test
    void a_branch_can_be_forced_back() {
        server.create("catalog");
        ObjectId one = workshop.publish("catalog", MAIN, "one");
        workshop.push("catalog", Map.of(MAIN, workshop.commit("Kptfile", "two", one)));
        workshop.push("catalog", Map.of(MAIN, one));
        assertThat(server.refs("catalog")).containsEntry(MAIN, one.name());
    }

    @Test
    void nobody_gets_in_without_the_password() {
        server.create("catalog");
        GitAddress right = server.address();
        try (GitWorkshop stranger = new GitWorkshop(new GitAddress(right.baseUrl(), right.username(), "wrong"))) {
            assertThatThrownBy(() -> stranger.list("catalog"))
                    .isInstanceOf(TransportException.class)
                    // The second is what the client says where a server does not ask for another password.
                    .hasMessageMatching("(?s).*: (not authorized|authentication not supported).*");
        }
        assertThat(right.toString()).doesNotContain(right.password());
    }

    @Test
    void a_repository_that_is_not_there_is_not_found() {
        assertThatThrownBy(() -> workshop.list("absent")).hasMessageContaining("not found");
        assertThatThrownBy(() -> server.refs("absent")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> server.remove("absent")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../up",
                "/etc",
                "a/b",
                "a\\b",
                "a..b",
                ".hidden",
                "-x",
                "a.git",
                "a.lock",
                "a b",
                "it's",
                "\"quoted\"",
                "a\u0000b",
                "a%2fb",
                "; rm -rf"
            })
    void names_that_could_mean_another_place_are_refused(String name) {
        assertThatThrownBy(() -> server.create(name)).isInstanceOf(IllegalArgumentException.class);
        assertThat(server.repositories()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"edge1", "a.b-c_d", "R1", "übung", "数据", "x23456789-123456789-123456789-123456789-123456789-123"
            })
    void ordinary_names_of_any_script_are_taken(String name) throws IOException {
        if (form.deviates(server, GitDeviation.ASCII_NAMES) && !name.chars().allMatch(letter -> letter < 128)) {
            assertThatThrownBy(() -> server.create(name)).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        server.create(name);
        String id = workshop.publish(name, MAIN, "one").name();
        assertThat(workshop.list(name)).containsEntry(MAIN, id);
        assertThat(server.repositories()).containsExactly(name);
    }

    @Test
    void rewinding_the_server_brings_back_refs_and_repositories_as_they_were() throws IOException {
        server.create("kept");
        server.create("removed");
        Map<String, String> before =
                Map.of(MAIN, workshop.publish("kept", MAIN, "one").name());
        server.keep(RecoveryPoint.P1);
        workshop.publish("kept", TAG, "two");
        server.remove("removed");
        server.create("later");
        server.rewindTo(RecoveryPoint.P1);
        assertThat(server.repositories()).containsExactly("kept", "removed");
        assertThat(server.refs("kept")).isEqualTo(before);
        assertThat(workshop.list("kept")).containsAllEntriesOf(before);
    }

    @Test
    void rewinding_one_repository_leaves_the_others_alone() {
        server.create("one");
        server.create("other");
        workshop.publish("one", MAIN, "early");
        server.keep(RecoveryPoint.P1);
        workshop.publish("one", MAIN, "late");
        workshop.publish("other", MAIN, "late");
        Map<String, String> other = server.refs("other");
        Map<String, String> late = server.refs("one");
        server.rewindTo("one", RecoveryPoint.P1);
        assertThat(server.refs("one")).isNotEqualTo(late);
        assertThat(server.refs("other")).isEqualTo(other);
    }

    @Test
    void points_are_reached_again_and_in_any_order_also_after_a_loss() throws IOException {
        server.create("catalog");
        String one = workshop.publish("catalog", MAIN, "one").name();
        server.keep(RecoveryPoint.P1);
        String two = workshop.publish("catalog", MAIN, "two").name();
        server.keep(RecoveryPoint.P2);
        server.lose();
        assertThat(server.repositories()).isEmpty();
        server.rewindTo(RecoveryPoint.P2);
        assertThat(workshop.list("catalog")).containsEntry(MAIN, two);
        server.rewindTo(RecoveryPoint.P1);
        server.rewindTo(RecoveryPoint.P1);
        assertThat(workshop.list("catalog")).containsEntry(MAIN, one);
        server.rewindTo(RecoveryPoint.P2);
        assertThat(server.refs("catalog")).containsEntry(MAIN, two);
    }

    @Test
    void a_rewound_repository_takes_pushes_and_its_point_stays_what_it_was() {
        server.create("catalog");
        String one = workshop.publish("catalog", MAIN, "one").name();
        server.keep(RecoveryPoint.P1);
        server.rewindTo(RecoveryPoint.P1);
        workshop.publish("catalog", MAIN, "two");
        server.rewindTo(RecoveryPoint.P1);
        assertThat(server.refs("catalog")).isEqualTo(Map.of(MAIN, one));
    }

    @Test
    void a_point_holds_refs_that_are_neither_branch_nor_tag() {
        server.create("catalog");
        ObjectId id = workshop.commit("Kptfile", "one");
        Map<String, String> all = Map.of(MAIN, id.name(), TAG, id.name(), "refs/firedrill/marker/P1", id.name());
        workshop.push("catalog", Map.of(MAIN, id, TAG, id, "refs/firedrill/marker/P1", id));
        server.keep(RecoveryPoint.P1);
        server.empty("catalog");
        server.rewindTo(RecoveryPoint.P1);
        assertThat(server.refs("catalog")).isEqualTo(all);
        server.empty("catalog");
        server.rewindTo("catalog", RecoveryPoint.P1);
        assertThat(server.refs("catalog")).isEqualTo(all);
    }

    @Test
    void emptying_and_dropping_tags_are_two_kinds_of_loss() throws IOException {
        server.create("catalog");
        ObjectId id = workshop.commit("Kptfile", "one");
        workshop.push("catalog", Map.of(MAIN, id, TAG, id));
        server.dropTags("catalog");
        assertThat(server.refs("catalog")).containsOnlyKeys(MAIN);
        server.empty("catalog");
        assertThat(server.refs("catalog")).isEmpty();
        assertThat(workshop.list("catalog")).isEmpty();
    }

    @Test
    void unknown_and_taken_points_are_refused() {
        server.create("catalog");
        server.keep(RecoveryPoint.P1);
        server.create("later");
        assertThatThrownBy(() -> server.keep(RecoveryPoint.P1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> server.rewindTo(RecoveryPoint.P2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> server.rewindTo("later", RecoveryPoint.P1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_incarnation_changes_exactly_with_loss_and_rewind() {
        server.create("catalog");
        String first = server.incarnation();
        workshop.publish("catalog", MAIN, "one");
        server.keep(RecoveryPoint.P1);
        assertThat(server.incarnation()).isEqualTo(first);
        server.rewindTo(RecoveryPoint.P1);
        String second = server.incarnation();
        server.lose();
        assertThat(server.incarnation()).isNotIn(first, second);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void a_killed_server_refuses_and_comes_back_as_it_was() throws IOException {
        Assumptions.assumeTrue(server instanceof Killable);
        server.create("catalog");
        String id = workshop.publish("catalog", MAIN, "one").name();
        ((Killable) server).kill();
        ((Killable) server).kill();
        assertThatThrownBy(() -> workshop.list("catalog")).isInstanceOf(TransportException.class);
        ((Killable) server).start();
        assertThat(workshop.list("catalog")).containsEntry(MAIN, id);
    }

    @Test
    void a_server_that_counts_counts_what_it_is_asked() throws IOException {
        Assumptions.assumeTrue(server instanceof Instrumented);
        server.create("catalog");
        workshop.publish("catalog", MAIN, "one");
        long before = listings((Instrumented) server);
        workshop.list("catalog");
        workshop.list("catalog");
        server.refs("catalog");
        assertThat(listings((Instrumented) server) - before).isEqualTo(2);
    }

    private static long listings(Instrumented tally) {
        return tally.asked().entrySet().stream()
                .filter(entry -> entry.getKey().matches("GET /catalog(.git)?/info/refs.service=git-upload-pack"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
