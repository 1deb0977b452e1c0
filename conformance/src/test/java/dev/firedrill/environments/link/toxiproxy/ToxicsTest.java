package dev.firedrill.environments.link.toxiproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.conformance.link.EchoStore;
import dev.firedrill.conformance.link.LinkClient;
import dev.firedrill.environments.process.Ports;
import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import eu.rekawek.toxiproxy.model.toxic.Latency;
import eu.rekawek.toxiproxy.model.toxic.Timeout;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each toxic proven by its effect, asked for by toxiproxy-java as of the product. */
class ToxicsTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    private final Ports ports = new Ports();
    private final ToxiproxyServer server = ToxiproxyServer.open(ports);
    private EchoStore store;
    private Proxy proxy;
    private InetSocketAddress link;

    @BeforeEach
    void aProxyBeforeAnEcho() throws IOException {
        store = new EchoStore();
        ToxiproxyClient client =
                new ToxiproxyClient("127.0.0.1", server.address().getPort());
        proxy = client.createProxy(
                "echo", "127.0.0.1:0", "127.0.0.1:" + store.address().getPort());
        link = new InetSocketAddress(
                "127.0.0.1", Integer.parseInt(proxy.getListen().split(":")[1]));
    }

    @AfterEach
    void nothingStays() throws IOException {
        server.close();
        ports.close();
        store.close();
    }

    @Test
    void without_a_toxic_everything_passes() throws IOException {
        try (LinkClient line = new LinkClient(link)) {
            assertThat(line.send(1_000_000).done().receive(2_000_000)).isEqualTo(1_000_000);
        }
    }

    @Test
    void latency_holds_back_each_piece_and_not_the_rate() throws IOException {
        proxy.toxics().latency("slow", ToxicDirection.DOWNSTREAM, 200);
        try (LinkClient line = new LinkClient(link)) {
            assertThat(millisTo(() -> line.send(1).receive(1))).isBetween(200L, 1000L);
            // At one piece of 32 KiB each 200 ms this would take 12 s.
            assertThat(millisTo(() -> line.send(1_000_000).receive(1_000_000))).isBetween(200L, 3000L);
        }
    }

    @Test
    void removing_latency_lets_go_what_was_held_back() throws IOException {
        Latency latency = proxy.toxics().latency("slow", ToxicDirection.UPSTREAM, 60_000);
        try (LinkClient line = new LinkClient(link)) {
            line.send(1);
            latency.remove();
            assertThat(line.receive(1)).isEqualTo(1);
        }
    }

    @Test
    void bandwidth_limits_the_rate() throws IOException {
        proxy.toxics().bandwidth("thin", ToxicDirection.DOWNSTREAM, 100);
        try (LinkClient line = new LinkClient(link)) {
            assertThat(millisTo(() -> line.send(51_200).receive(51_200))).isBetween(350L, 2000L);
        }
    }

    @Test
    void a_timeout_of_zero_swallows_everything_and_ends_the_connection_when_it_goes() throws IOException {
        Timeout timeout = proxy.toxics().timeout("hole", ToxicDirection.UPSTREAM, 0);
        try (LinkClient line = new LinkClient(link).patient(SHORT).send(1)) {
            assertThatThrownBy(() -> line.receive(1)).isInstanceOf(SocketTimeoutException.class);
            timeout.remove();
            assertThat(line.piece()).isEqualTo(-1);
        }
    }

    @Test
    void a_timeout_ends_the_connection_even_when_nothing_is_sent() throws IOException {
        try (LinkClient line = new LinkClient(link)) {
            line.send(1).receive(1);
            proxy.toxics().timeout("deadline", ToxicDirection.DOWNSTREAM, 100);
            assertThat(millisTo(() -> assertThat(line.piece()).isEqualTo(-1))).isBetween(50L, 2000L);
        }
    }

    @Test
    void reset_peer_ends_with_a_reset() throws IOException {
        proxy.toxics().resetPeer("reset", ToxicDirection.DOWNSTREAM, 0);
        try (LinkClient line = new LinkClient(link).send(1)) {
            assertThatThrownBy(() -> line.receive(1))
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void limit_data_lets_exactly_so_many_bytes_through() throws IOException {
        proxy.toxics().limitData("limit", ToxicDirection.DOWNSTREAM, 20_000);
        try (LinkClient line = new LinkClient(link)) {
            assertThat(line.send(10_000).receive(10_000)).isEqualTo(10_000);
            assertThat(line.send(15_000).receive(15_000)).isEqualTo(10_000);
        }
    }

    @Test
    void slicer_cuts_into_pieces() throws IOException {
        proxy.toxics().slicer("slices", ToxicDirection.DOWNSTREAM, 50, 2000);
        try (LinkClient line = new LinkClient(link).send(500)) {
            assertThat(line.piece()).isLessThanOrEqualTo(100);
            assertThat(millisTo(() -> line.receive(400))).isGreaterThan(10);
        }
    }

    @Test
    void slow_close_puts_off_the_end() throws IOException {
        proxy.toxics().slowClose("linger", ToxicDirection.DOWNSTREAM, 300);
        try (LinkClient line = new LinkClient(link).send(1).done()) {
            assertThat(line.receive(1)).isEqualTo(1);
            assertThat(millisTo(() -> assertThat(line.piece()).isEqualTo(-1))).isBetween(200L, 2000L);
        }
    }

    @Test
    void a_disabled_proxy_ends_connections_and_refuses_new_ones_until_it_is_enabled() throws IOException {
        try (LinkClient line = new LinkClient(link)) {
            line.send(1).receive(1);
            proxy.disable();
            assertThat(line.piece()).isEqualTo(-1);
            assertThatThrownBy(() -> new LinkClient(link)).isInstanceOf(ConnectException.class);
        }
        proxy.enable();
        try (LinkClient line = new LinkClient(link)) {
            assertThat(line.send(1).receive(1)).isEqualTo(1);
        }
    }

    @Test
    void a_toxicity_of_zero_spares_everybody() throws IOException {
        proxy.toxics().timeout("harmless", ToxicDirection.DOWNSTREAM, 0).setToxicity(0);
        try (LinkClient line = new LinkClient(link)) {
            assertThat(line.send(1).receive(1)).isEqualTo(1);
        }
    }

    @Test
    void a_server_that_is_gone_ends_the_connection() throws IOException {
        store.close();
        try (LinkClient line = new LinkClient(link)) {
            assertThat(line.piece()).isEqualTo(-1);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static long millisTo(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
