package dev.firedrill.environments.system.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.firedrill.environments.role.system.ExplainsObstacles.Obstacle;
import dev.firedrill.model.SystemStatement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrchestratorPagesTest {
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private int code = 200;
    private String body = "";
    private OrchestratorPages pages;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(code, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        pages = new OrchestratorPages(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void is_ready_when_the_page_says_so_for_the_time_that_is_asked_about() {
        body = "ok";
        assertThat(pages.readySince(Instant.parse("2026-11-21T03:00:00Z"))).isTrue();
        assertThat(asked).containsExactly("/readyz?since=2026-11-21T03%3A00%3A00Z");

        code = 503;
        assertThat(pages.readySince(Instant.EPOCH)).isFalse();
    }

    @Test
    void reads_the_status_and_does_not_mind_what_it_does_not_know() {
        body = "{\"pass\":{\"number\":3,\"changed\":false},\"quarantined\":[{\"repository\":\"r\",\"rows\":4}],"
                + "\"repositories\":[{\"name\":\"r\",\"ready\":false,\"message\":\"gone\"},{\"name\":\"s\",\"ready\":true}],"
                + "\"rescued\":[\"r.p.w\"],\"problems\":[{\"message\":\"no git\",\"hint\":\"start it\"}],\"news\":1}";

        StatusPage page = pages.status().orElseThrow();

        assertThat(page.statement())
                .isEqualTo(new SystemStatement(
                        List.of(
                                new SystemStatement.RepositoryReadiness("r", false, "gone"),
                                new SystemStatement.RepositoryReadiness("s", true, "")),
                        List.of(),
                        Optional.of(List.of(new SystemStatement.Quarantined("r", 4))),
                        Optional.of(List.of()),
                        Optional.of(List.of("r.p.w"))));
        assertThat(page.obstacles()).containsExactly(new Obstacle("no git", Optional.of("start it")));
    }

    @Test
    void has_no_status_of_whom_does_not_answer_or_answers_something_else() {
        body = "<html>";
        assertThat(pages.status()).isEmpty();

        server.stop(0);
        assertThat(pages.status()).isEmpty();
        assertThat(pages.readySince(Instant.EPOCH)).isFalse();
    }
}
