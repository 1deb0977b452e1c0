package dev.firedrill.recovery.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client should send are refused in a sentence. */
class HostileRequestsTest {
    private Served served;

    @BeforeEach
    void serve() throws IOException {
        served = new Served(Optional.empty());
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fieldSelector=spec.secret%3Dx",
                "labelSelector=a%3Db%3Dc",
                "fieldSelector=x",
                "labelSelector=%zz"
            })
    void selectors_that_cannot_be_understood_are_refused(String query) throws IOException, InterruptedException {
        try (Socket socket =
                new Socket("127.0.0.1", Integer.parseInt(served.url().split(":")[2]))) {
            socket.getOutputStream()
                    .write(("GET " + Served.REVISIONS + "?" + query + " HTTP/1.1\r\nHost: x\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 400");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "5",
                "null",
                "{\"spec\":5}",
                "{\"metadata\":[]}",
                "{} {}",
                "{\"kind\":\"Secret\"}",
                "{\"metadata\":{\"labels\":{\"a\":1}}}",
                "{\"spec\":{\"tasks\":\"x\"}}",
                "{\"spec\":{\"repository\":{\"a\":1}}}",
                "{\"metadata\":{\"namespace\":\"other\"}}"
            })
    void malformed_bodies_are_refused_without_a_stack_trace(String body) throws IOException, InterruptedException {
        for (String method : new String[] {"POST", "PUT"}) {
            served.fixture.draft("blue", "x" + method.toLowerCase(Locale.ROOT), "v1");
            String path = method.equals("POST") ? Served.REVISIONS : Served.REVISIONS + "/blue.xput.v1";
            Served.Reply reply = served.send(method, path, body);
            assertThat(reply.code()).isBetween(400, 422);
            assertThat(reply.json().path("kind").asText()).isEqualTo("Status");
            assertThat(reply.message()).isNotEmpty().doesNotContain("Exception").doesNotContain("at dev.");
        }
    }

    @Test
    void a_deeply_nested_or_huge_body_is_refused() throws IOException, InterruptedException {
        assertThat(served.send("POST", Served.REVISIONS, "[".repeat(100_000)).code())
                .isEqualTo(400);
        assertThat(served.send("POST", Served.REVISIONS, " ".repeat(Request.LARGEST_BODY + 1))
                        .code())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/blue.x'%20OR%201=1--.v1", "/%2e%2e%2f%2e%2e", "/blue..v1", "/%00", "/%F0%9F%94%A5", "/a/b/c/d"
            })
    void hostile_names_are_just_not_there(String name) throws IOException, InterruptedException {
        for (String method : new String[] {"GET", "DELETE"}) {
            Served.Reply reply = served.send(method, Served.REVISIONS + name, "");
            assertThat(reply.code()).isEqualTo(404);
            assertThat(reply.json().path("kind").asText()).isEqualTo("Status");
        }
    }
}
