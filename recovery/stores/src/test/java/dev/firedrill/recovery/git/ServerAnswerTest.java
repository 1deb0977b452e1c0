package dev.firedrill.recovery.git;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.firedrill.recovery.fake.MovingClock;
import dev.firedrill.recovery.git.transport.GitHttp;
import dev.firedrill.recovery.git.transport.GitHttpSettings;
import dev.firedrill.recovery.git.transport.ServerAnswer;
import dev.firedrill.recovery.git.transport.ServerBackoff;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.GitView.Obstacle;
import dev.firedrill.recovery.model.GitView.Unreadable;
import dev.firedrill.recovery.port.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server that was reached says is said on, and only what was not reached "cannot be reached". */
class ServerAnswerTest extends GitFixture {
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private int status;
    private String type = "text/plain; charset=utf-8";
    private String body = "";
    private Headers more = new Headers();

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().putAll(more);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private Unreadable answer(Optional<String> secret) {
        String url = "http://somebody:hush@localhost:" + server.getAddress().getPort() + "/r.git";
        GitView view = git.look(repository(url, false, secret, ""));
        assertThat(view).isInstanceOf(Unreadable.class);
        assertThat(((Unreadable) view).message()).doesNotContain("hush").doesNotContain("\n");
        return (Unreadable) view;
    }

    private void login(String user, String password) {
        git.close();
        git = fresh(secret -> Optional.of(new Credentials(user, password)));
    }

    @ParameterizedTest
    @CsvSource({
        "401, UNAUTHORIZED, does not let us in (401: the project has moved to http://new/x)",
        "403, UNAUTHORIZED, does not let us in (403: the project has moved to http://new/x)",
        "404, NOT_FOUND, does not exist on its server",
        "410, UNREACHABLE, its server answers 410",
        "500, UNREACHABLE, 'its server answers 500: the project has moved to http://new/x; look at the server'",
        "502, UNREACHABLE, its server answers 502"
    })
    void its_own_reason_is_kept(int code, Obstacle problem, String said) {
        status = code;
        body = "the project\nhas moved to http://me:hush@new/x\n";
        Unreadable answer = answer(Optional.empty());
        assertThat(answer.obstacle()).isEqualTo(problem);
        assertThat(answer.message()).contains(said, "the project has moved").doesNotContain("cannot be reached");
    }

    @Test
    void who_brings_no_login_is_told_to_and_a_line_break_is_named() {
        status = 401;
        assertThat(answer(Optional.empty()).message()).contains("set spec.git.secretRef");
        login("u", "hush\n");
        assertThat(answer(Optional.of("s")).message()).contains("holds a line break");
        login("u", "hush");
        assertThat(answer(Optional.of("s")).message()).contains("check the login in the Secret");
        login("", "hush\n");
        int before = asked.get();
        assertThat(answer(Optional.of("s")).message()).contains("token", "holds a line break");
        assertThat(asked.get()).as("no such header can be sent").isEqualTo(before);
    }

    @Test
    void who_wants_to_be_asked_later_is_not_asked_before() {
        status = 429;
        body = "too many";
        more.set("Retry-After", "3600");
        Unreadable first = answer(Optional.empty());
        assertThat(first.obstacle()).isEqualTo(Obstacle.UNREACHABLE);
        assertThat(first.message()).contains("wants to be asked later (429: too many)", "it is asked again at 2");
        int before = asked.get();
        assertThat(before).isEqualTo(1);
        assertThat(answer(Optional.empty()).message()).isEqualTo(first.message());
        assertThat(asked.get()).isEqualTo(before);
    }

    @Test
    void without_a_time_of_its_own_it_is_asked_later_each_time() {
        MovingClock clock = new MovingClock();
        ServerBackoff backoff = new ServerBackoff(clock);
        ServerAnswer busy = new ServerAnswer(429, "", Optional.empty());
        Duration first = backoff.note("http://u@h/a", busy).length();
        Duration second = backoff.note("http://h/b", busy).length();
        assertThat(second).as("it is one server, whatever the repository").isEqualTo(first.multipliedBy(2));
        assertThat(backoff.pause("http://h/c")).isPresent();
        clock.forward(second);
        assertThat(backoff.pause("http://h/c")).isEmpty();
        backoff.forget("http://h/c");
        assertThat(backoff.note("http://h/a", busy).length()).isEqualTo(first);
        assertThat(GitHttp.retryAfter("120")).contains(Duration.ofSeconds(120));
        assertThat(GitHttp.retryAfter("Fri, 31 Dec 1999 23:59:59 GMT")).contains(Duration.ZERO);
        assertThat(GitHttp.retryAfter("soon")).isEmpty();
    }

    @Test
    void a_time_of_its_own_counts_up_to_ten_minutes() {
        ServerBackoff backoff = new ServerBackoff(new MovingClock());

        assertThat(backoff.note("http://h/a", new ServerAnswer(429, "", Optional.of(Duration.ofMinutes(2))))
                        .length())
                .isEqualTo(Duration.ofMinutes(2));
        assertThat(backoff.note("http://h/a", new ServerAnswer(429, "", Optional.of(Duration.ofHours(2))))
                        .length())
                .isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void what_is_no_git_server_was_reached() {
        status = 200;
        type = "text/html";
        body = "<html>Sign in</html>";
        assertThat(answer(Optional.empty()).message())
                .contains("was reached, but what answers there is no git server")
                .doesNotContain("cannot be reached");
    }

    @Test
    void names_of_objects_that_are_too_long_are_sha256() {
        status = 200;
        type = "application/x-git-upload-pack-advertisement";
        body = packet("# service=git-upload-pack\n") + "0000"
                + packet("a".repeat(64) + " HEAD\0multi_ack object-format=sha256\n")
                + packet("a".repeat(64) + " refs/heads/main\n") + "0000";
        assertThat(answer(Optional.empty()).message())
                .contains("was reached", "SHA-256")
                .doesNotContain("cannot be");
    }

    private static String packet(String text) {
        return String.format("%04x%s", text.length() + 4, text);
    }

    @Test
    void how_long_it_may_be_silent_can_be_set() throws IOException {
        git.close();
        git = fresh(new GitHttpSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), Optional.empty()));
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Instant start = Instant.now();
            GitView view = git.look(
                    repository("http://localhost:" + silent.getLocalPort() + "/r.git", false, Optional.empty(), ""));
            assertThat(((Unreadable) view).message()).contains("cannot be reached", "did not answer in time");
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(6));
        }
    }
}
