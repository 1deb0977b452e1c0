package dev.firedrill.environments.system.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.net.httpserver.HttpServer;
import dev.firedrill.environments.role.system.Settlement;
import dev.firedrill.environments.system.AttendedWait;
import dev.firedrill.environments.wait.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An orchestrator's pages that tell of one pass after the other, one each time that somebody looks. */
class ShippedReadinessTest {
    private static final Instant SINCE = Instant.parse("2026-11-21T03:00:00Z");

    private final AtomicInteger passes = new AtomicInteger();
    private HttpServer server;
    private boolean ready;
    private IntFunction<String> page = number -> pass(number, false);
    private ShippedReadiness readiness;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean status = exchange.getRequestURI().getPath().equals("/status");
            byte[] bytes = (status ? page.apply(passes.incrementAndGet()) : "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status || ready ? 200 : 503, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        readiness = new ShippedReadiness(new OrchestratorPages(base));
    }

    @AfterEach
    void end() {
        server.stop(0);
        System.clearProperty(Patience.PASS.factorOfThisKind());
    }

    @Test
    void is_settled_as_soon_as_it_says_that_it_is_ready() {
        ready = true;

        assertThat(settle()).isEqualTo(new Settlement.Settled());
        assertThat(passes).hasValue(1);
    }

    @Test
    void is_not_ready_after_passes_that_change_nothing_and_says_what_is_in_the_way() {
        Settlement settlement = settle();

        assertThat(settlement)
                .isInstanceOfSatisfying(
                        Settlement.NotReady.class,
                        unready -> assertThat(unready.reasons()).containsExactly("no git; start it", "r: gone"));
        assertThat(passes).hasValue(10);
    }

    @Test
    void passes_that_change_something_are_not_in_vain() {
        page = number -> pass(number, number < 5);

        assertThat(settle().ready()).isFalse();
        assertThat(passes).hasValue(13);
    }

    @Test
    void nobody_knows_of_one_that_makes_no_pass_in_time() {
        Patience.PASS.become(Duration.ofMillis(300));
        page = number -> pass(1, false);

        assertThat(settle())
                .isInstanceOfSatisfying(
                        Settlement.TimedOut.class,
                        late -> assertThat(late.seen()).contains("the orchestrator to be ready"));
    }

    @Test
    void a_pass_counts_that_began_late_enough() {
        page = number -> pass(number, false);

        assertThatCode(() -> readiness.pass(SINCE.plusSeconds(4), attended())).doesNotThrowAnyException();

        // The first pass that began after the fourth second.
        assertThat(passes).hasValue(5);
    }

    private Settlement settle() {
        return readiness.settle(SINCE, attended());
    }

    private static AttendedWait attended() {
        return new AttendedWait(() -> true, () -> "", Optional::empty);
    }

    private static String pass(int number, boolean changed) {
        return "{\"pass\":{\"number\":" + number + ",\"startedAt\":\"" + SINCE.plusSeconds(number)
                + "\",\"completedAt\":\"" + SINCE.plusSeconds(number) + "\",\"changed\":" + changed + "},"
                + "\"repositories\":[{\"name\":\"r\",\"ready\":false,\"message\":\"gone\"}],"
                + "\"problems\":[{\"message\":\"no git\",\"hint\":\"start it\"}]}";
    }
}
