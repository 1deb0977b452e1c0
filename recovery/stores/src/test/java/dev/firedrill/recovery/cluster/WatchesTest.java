package dev.firedrill.recovery.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.firedrill.recovery.fake.MovingClock;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server of its own that speaks no WebSocket, as some proxies before a Kubernetes API do not. */
class WatchesTest {
    private static final String NOT_ASCII = "{\"type\":\"ADDED\",\"object\":{\"metadata\":{\"name\":\"r1\","
            + "\"annotations\":{\"note\":\"naïve façade 要\"}}}}\n";

    private final BlockingQueue<HttpExchange> asked = new LinkedBlockingQueue<>();
    private final Semaphore wakes = new Semaphore(0);
    private final BlockingQueue<Duration> pauses = new LinkedBlockingQueue<>();
    private final MovingClock clock = new MovingClock();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private KubernetesClient client;
    private Watches watches;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", asked::add);
        server.start();
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.empty())
                        .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
        watches = new Watches(client, "ns", wakes::release, clock, (pause, wake) -> pauses.add(pause));
    }

    @AfterEach
    void stop() {
        watches.close();
        client.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void what_is_not_ascii_is_heard_and_ends_no_watch() throws Exception {
        watches.renew();
        HttpExchange first = begun();
        HttpExchange second = begun();
        say(first, NOT_ASCII);
        aWake();
        say(first, NOT_ASCII);
        aWake();
        say(second, NOT_ASCII);
        aWake();
        watches.renew();
        assertThat(List.of(first, second))
                .extracting(each -> each.getRequestURI().toString())
                .containsExactlyInAnyOrder(
                        "/apis/config.porch.kpt.dev/v1alpha1/namespaces/ns/repositories?watch=true",
                        "/apis/config.porch.kpt.dev/v1alpha1/namespaces/ns/packagevariants?watch=true");
        assertThat(asked).as("watches that last are not opened again").isEmpty();
    }

    @Test
    void what_we_end_ourselves_neither_wakes_nor_ends_the_new_ones() throws Exception {
        watches.renew();
        begun();
        begun();
        watches.distrust();
        watches.renew();
        HttpExchange third = begun();
        begun();
        say(third, NOT_ASCII);
        aWake();
        watches.renew();
        assertThat(pauses).as("no end was news").isEmpty();
        assertThat(asked).as("and the new ones last").isEmpty();
        assertThat(wakes.availablePermits()).isZero();
    }

    @Test
    void the_end_of_watches_that_lasted_is_a_reason_to_look() throws Exception {
        watches.renew();
        HttpExchange first = begun();
        begun();
        clock.forward(Duration.ofMinutes(5));
        first.getResponseBody().close();
        aWake();
        watches.renew();
        begun();
        begun();
        assertThat(pauses).isEmpty();
    }

    @Test
    void where_watches_are_refused_they_are_asked_for_less_and_less_often() throws Exception {
        List<Duration> seen = new ArrayList<>();
        for (int round = 0; round < 12; round++) {
            watches.renew();
            refused();
            refused();
            seen.add(pauses.poll(10, TimeUnit.SECONDS));
            watches.renew();
            assertThat(asked).as("not before the pause is over").isEmpty();
            clock.forward(seen.get(round));
        }
        assertThat(seen.stream().map(Duration::toMillis))
                .startsWith(500L, 1000L, 2000L, 4000L)
                .endsWith(128_000L, 256_000L, 256_000L, 256_000L);
        assertThat(pauses).as("one reason to look a round").isEmpty();
    }

    @Test
    void watches_that_never_end_are_made_anew_some_day() throws Exception {
        watches.renew();
        begun();
        begun();
        clock.forward(Duration.ofMinutes(11));
        watches.renew();
        begun();
        begun();
        assertThat(pauses).isEmpty();
    }

    private HttpExchange begun() throws Exception {
        HttpExchange exchange = asked.poll(10, TimeUnit.SECONDS);
        assertThat(exchange).as("a watch that is asked for").isNotNull();
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush();
        return exchange;
    }

    private void refused() throws Exception {
        HttpExchange exchange = asked.poll(10, TimeUnit.SECONDS);
        assertThat(exchange).as("a watch that is asked for").isNotNull();
        exchange.sendResponseHeaders(403, -1);
    }

    private static void say(HttpExchange exchange, String event) throws IOException {
        exchange.getResponseBody().write(event.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private void aWake() throws InterruptedException {
        assertThat(wakes.tryAcquire(10, TimeUnit.SECONDS))
                .as("a reason to look")
                .isTrue();
    }
}
