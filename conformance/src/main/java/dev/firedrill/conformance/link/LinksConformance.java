package dev.firedrill.conformance.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.conformance.FormUnderTest;
import dev.firedrill.conformance.postgres.CacheRows;
import dev.firedrill.environments.git.embedded.EmbeddedGitServer;
import dev.firedrill.environments.postgres.process.EmbeddedPackageCache;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.Link;
import dev.firedrill.environments.role.Links;
import dev.firedrill.environments.role.Outage;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What scenarios rely on in links, whatever their form. */
@AgainstEveryForm(Links.class)
class LinksConformance {
    @Parameter
    FormUnderTest<Links> form;

    private Links links;
    private EchoStore store;
    private Link link;

    @BeforeEach
    void aLinkToAnEcho() throws IOException {
        links = form.open();
        store = new EchoStore();
        link = links.open("echo", store.address());
    }

    @AfterEach
    void nothingStays() throws IOException {
        links.close();
        store.close();
    }

    @Test
    void a_link_lets_everything_through_and_counts_what_came_back() throws IOException {
        boolean endsWhole = form.deviates(links, LinkDeviation.ENDS_BOTH_DIRECTIONS_AND_COUNTS_THEN);
        try (LinkClient line = new LinkClient(link.address())) {
            LinkClient sent = line.send(300_000);
            assertThat(endsWhole ? sent.receive(300_000) : sent.done().receive(400_000))
                    .isEqualTo(300_000);
        }
        if (endsWhole) {
            Wait.until("the bytes to be counted", Patience.PROMPT, link::bytesReceived, bytes -> bytes == 300_000);
        }
        assertThat(link.bytesReceived()).isEqualTo(300_000);
    }

    @Test
    void a_cut_link_ends_connections_and_refuses_new_ones() throws IOException {
        try (LinkClient line = new LinkClient(link.address())) {
            line.send(1).receive(1);
            comesAndGoes(link.cut());
            assertThat(line.piece()).isEqualTo(-1);
        }
    }

    @Test
    void a_silent_link_takes_connections_and_says_nothing() throws IOException {
        try (LinkClient line = new LinkClient(link.address()).patient(Duration.ofMillis(200))) {
            Outage silence = link.silence();
            line.send(1);
            assertThatThrownBy(() -> line.receive(1)).isInstanceOf(SocketTimeoutException.class);
            comesAndGoes(silence);
        }
    }

    @Test
    void a_slow_link_holds_everything_back() {
        comesAndGoes(link.delay(Duration.ofMillis(150)));
    }

    @Test
    void a_limited_link_ends_each_connection_after_so_many_bytes() throws IOException {
        Outage limit = link.endAfter(1000);
        for (int connection = 0; connection < 2; connection++) {
            try (LinkClient line = new LinkClient(link.address())) {
                assertThat(line.send(5000).receive(5000)).isEqualTo(1000);
            }
        }
        comesAndGoes(limit);
    }

    @Test
    void healing_ends_every_fault_and_can_be_repeated() throws IOException {
        Outage cut = link.cut();
        Outage silence = link.silence();
        links.heal();
        links.heal();
        cut.close();
        silence.close();
        try (LinkClient line = new LinkClient(link.address())) {
            assertThat(line.send(1).receive(1)).isEqualTo(1);
        }
    }

    @Test
    void of_two_cuts_the_last_to_heal_opens_the_link() {
        Outage one = link.cut();
        Outage two = link.cut();
        one.close();
        assertThat(two.witness().convincing()).isTrue();
        two.close();
        assertThat(two.witness().convincing()).isFalse();
    }

    @Test
    void a_cut_link_whose_port_somebody_has_taken_is_healed_when_he_leaves() throws IOException {
        Outage cut = link.cut();
        try (ServerSocket squatter =
                new ServerSocket(link.address().getPort(), 1, link.address().getAddress())) {
            CompletableFuture<Void> leaves = CompletableFuture.runAsync(
                    () -> assertThatCode(squatter::close).doesNotThrowAnyException(),
                    CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
            cut.close();
            leaves.join();
        }
        try (LinkClient line = new LinkClient(link.address())) {
            assertThat(line.send(1).receive(1)).isEqualTo(1);
        }
    }

    @Test
    void the_port_of_a_link_is_none_that_an_outgoing_connection_gets() {
        // Linux gives those from 32768 on, unless it was told otherwise.
        assertThat(link.address().getPort()).isLessThan(32_768);
    }

    @Test
    void a_fault_of_one_link_leaves_the_others_alone() throws IOException {
        Link other = links.open("other", store.address());
        link.cut();
        try (LinkClient line = new LinkClient(other.address())) {
            assertThat(line.send(1).receive(1)).isEqualTo(1);
        }
    }

    @Test
    void silence_of_a_store_that_is_silent_itself_convinces_nobody() throws IOException {
        store.close();
        assertThat(link.silence().witness().convincing()).isFalse();
    }

    @Test
    void faults_are_seen_in_front_of_a_real_database() throws SQLException {
        try (ProcessSupervisor supervisor = ProcessSupervisor.open();
                EmbeddedPackageCache cache = EmbeddedPackageCache.open(supervisor)) {
            Link real = links.open("cache", cache.endpoint());
            try (Connection through = CacheRows.connect(cache.addressThrough(real.address()))) {
                assertThat(through.isValid(5)).isTrue();
                comesAndGoes(real.cut());
                assertThat(through.isValid(5)).isFalse();
            }
            comesAndGoes(real.silence());
            comesAndGoes(real.delay(Duration.ofMillis(100)));
        }
    }

    @Test
    void faults_are_seen_in_front_of_a_real_git_server() {
        try (ProcessSupervisor supervisor = ProcessSupervisor.open();
                EmbeddedGitServer git = EmbeddedGitServer.open(supervisor)) {
            Link real = links.open("git", git.endpoint());
            comesAndGoes(real.cut());
            comesAndGoes(real.silence());
            comesAndGoes(real.delay(Duration.ofMillis(100)));
            comesAndGoes(real.endAfter(100));
            comesAndGoes(real.endAfter(5000));
        }
    }

    private static void comesAndGoes(Outage outage) {
        assertThat(outage.witness().seen()).isNotEmpty();
        outage.close();
        outage.close();
        assertThat(outage.witness().convincing()).isFalse();
    }
}
