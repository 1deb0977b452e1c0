package dev.firedrill.environments.git.existing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.conformance.git.GitWorkshop;
import dev.firedrill.environments.evidence.GitRefDump;
import dev.firedrill.environments.existing.OtherGitServer;
import dev.firedrill.environments.existing.Targets;
import dev.firedrill.environments.git.embedded.EmbeddedGitServer;
import dev.firedrill.environments.interlock.InterlockRefused;
import dev.firedrill.environments.interlock.Target;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.RecoveryPoint;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is particular to a git server that is not ours; what every git server does is held by the conformance suite. */
class ExistingGitServerTest {
    private static final String MAIN = "refs/heads/main";

    private ProcessSupervisor supervisor;
    private EmbeddedGitServer other;

    @BeforeEach
    void begin() {
        supervisor = ProcessSupervisor.open();
        other = EmbeddedGitServer.open(supervisor);
    }

    @AfterEach
    void end() {
        supervisor.close();
    }

    @Test
    void the_owner_is_handed_back_as_it_was_found() {
        try (ExistingGitServer server = open();
                GitWorkshop workshop = new GitWorkshop(server)) {
            server.create("catalog");
            workshop.publish("catalog", MAIN, "one");
            assertThat(other.repositories()).containsExactly("catalog", MarkedGit.MARKER);
            assertThat(server.repositories()).containsExactly("catalog");
            server.lose();
            assertThat(other.repositories()).containsExactly(MarkedGit.MARKER);
            assertThatThrownBy(() -> server.create(MarkedGit.MARKER)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(other.repositories()).isEmpty();
    }

    @Test
    void a_repository_of_somebody_is_foreign() {
        other.create("theirs");
        String before = GitRefDump.of(other);
        assertThatThrownBy(this::open)
                .isInstanceOf(InterlockRefused.class)
                .hasMessageContaining("the repository theirs");
        assertThat(GitRefDump.of(other)).isEqualTo(before);
    }

    @Test
    void without_the_marker_nothing_is_destroyed() {
        ExistingGitServer server = open();
        server.create("catalog");
        try (GitWorkshop workshop = new GitWorkshop(server)) {
            workshop.publish("catalog", MAIN, "precious");
            workshop.publish("catalog", "refs/tags/v1", "precious");
        }
        server.keep(RecoveryPoint.P1);
        other.remove(MarkedGit.MARKER);
        String before = GitRefDump.of(other);
        for (Runnable act : List.<Runnable>of(
                server::lose,
                () -> server.rewindTo(RecoveryPoint.P1),
                () -> server.rewindTo("catalog", RecoveryPoint.P1),
                () -> server.remove("catalog"),
                () -> server.empty("catalog"),
                () -> server.dropTags("catalog"),
                server::close)) {
            assertThatThrownBy(act::run).isInstanceOf(InterlockRefused.class);
        }
        assertThat(GitRefDump.of(other)).isEqualTo(before);
    }

    @Test
    void a_second_drill_is_not_let_in() {
        try (ExistingGitServer first = open()) {
            first.create("catalog");
            assertThatThrownBy(this::open)
                    .isInstanceOf(InterlockRefused.class)
                    .hasMessageContaining(String.valueOf(ProcessHandle.current().pid()));
            assertThat(first.repositories()).containsExactly("catalog");
            first.lose();
        }
    }

    @Test
    void a_link_cannot_carry_a_certificate() {
        Target.Git https = new Target.Git("https://git.example/owner", "u", "p", Optional.empty());
        try (ExistingGitServer server = open()) {
            InetSocketAddress link = new InetSocketAddress("127.0.0.1", 7);
            assertThat(server.addressThrough(link).baseUrl()).isEqualTo("http://127.0.0.1:7");
            assertThat(server.addressThrough(server.endpoint())).isEqualTo(server.address());
        }
        assertThatThrownBy(() -> ExistingGitServer.through(https, new InetSocketAddress("127.0.0.1", 7)))
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("--links none");
    }

    private ExistingGitServer open() {
        return ExistingGitServer.open(Targets.of(other.address()), new OtherGitServer(other), supervisor);
    }
}
