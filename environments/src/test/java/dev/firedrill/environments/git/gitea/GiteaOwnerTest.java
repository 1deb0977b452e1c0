package dev.firedrill.environments.git.gitea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of Gitea, and what is made of its answers; that Gitea answers so is held by the form in containers. */
class GiteaOwnerTest {
    private static final int MOST_ON_A_PAGE = 2;

    private final TreeSet<String> repositories = new TreeSet<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private GiteaApi api;

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        api = GiteaApi.withPassword("http://127.0.0.1:" + server.getAddress().getPort(), "u", "p");
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void all_pages_are_read_however_short_the_server_makes_them() {
        repositories.addAll(List.of("a", "b", "c", "d", "e"));
        assertThat(GiteaOwner.of(api, "drills").names()).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void repositories_come_and_go_under_an_organisation_or_a_user() {
        GiteaOwner drills = GiteaOwner.of(api, "drills");
        drills.create("catalog");
        assertThat(repositories).containsExactly("catalog");
        assertThat(drills.has("catalog")).isTrue();
        assertThatThrownBy(() -> drills.create("catalog"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("409");
        drills.delete("catalog");
        assertThat(repositories).isEmpty();
        GiteaOwner.of(api, "somebody").create("own");
        assertThat(asked)
                .contains("POST /api/v1/orgs/drills/repos", "POST /api/v1/user/repos")
                .contains("DELETE /api/v1/repos/drills/catalog");
        assertThat(drills.version()).isEqualTo("1.2.3");
    }

    @Test
    void a_server_that_is_gone_is_said() {
        server.stop(0);
        assertThatThrownBy(() -> GiteaOwner.organisation(api, "drills").names())
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("/orgs/drills/repos");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        asked.add(method + " " + path);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (method) {
            case "POST" -> {
                String name = new ObjectMapper().readTree(body).path("name").asText();
                send(exchange, repositories.add(name) ? 201 : 409, "{\"name\": \"" + name + "\"}");
            }
            case "DELETE" ->
                send(exchange, repositories.remove(path.substring(path.lastIndexOf('/') + 1)) ? 204 : 404, "");
            default -> read(exchange, path);
        }
    }

    private void read(HttpExchange exchange, String path) throws IOException {
        if (path.endsWith("/version")) {
            send(exchange, 200, "{\"version\": \"1.2.3\"}");
        } else if (path.endsWith("/repos")) {
            int page = Integer.parseInt(exchange.getRequestURI().getQuery().replaceFirst(".*page=(\\d+)$", "$1"));
            send(
                    exchange,
                    200,
                    repositories.stream()
                            .skip((long) (page - 1) * MOST_ON_A_PAGE)
                            .limit(MOST_ON_A_PAGE)
                            .map(name -> "{\"name\": \"" + name + "\"}")
                            .toList()
                            .toString());
        } else {
            String last = path.substring(path.lastIndexOf('/') + 1);
            boolean there = path.contains("/orgs/") ? last.equals("drills") : repositories.contains(last);
            send(exchange, there ? 200 : 404, "{\"name\": \"" + last + "\"}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
