package dev.firedrill.recovery.git;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.firedrill.recovery.git.transport.GitFailure;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.GitView.Obstacle;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.port.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Repositories that cannot be read, and why. */
class UnreadableTest extends GitFixture {
    private Obstacle problem(Repository repository) {
        GitView view = git.look(repository);
        assertThat(view).isInstanceOf(GitView.Unreadable.class);
        return ((GitView.Unreadable) view).obstacle();
    }

    @Test
    void tells_empty_from_missing_branch_from_not_there() throws IOException {
        assertThat(problem(repository())).isEqualTo(Obstacle.EMPTY);
        bare.commit("other", "m", Map.of("p/Kptfile", KPTFILE));
        assertThat(problem(repository())).isEqualTo(Obstacle.BRANCH_MISSING);
        assertThat(problem(repository(bare.url() + "-not", false, Optional.empty(), "")))
                .isEqualTo(Obstacle.NOT_FOUND);
        assertThat(problem(repository("ssh://host/x", false, Optional.empty(), "")))
                .isEqualTo(Obstacle.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            No space left on device  | the disk of the work directory is full; make room
            File too large           | the work directory cannot be written (File too large)
            Disk quota exceeded      | the work directory cannot be written (Disk quota exceeded)
            Read-only file system    | the work directory cannot be written (Read-only file system)
            Input/output error       | the work directory cannot be written (Input/output error)
            Too many open files      | the work directory cannot be written (Too many open files)
            """)
    void blames_this_machine_and_not_the_server_for_files_that_cannot_be_written(String said, String sentence) {
        GitFailure failure = GitFailure.of(
                "http://git/r.git", new TransportException("http://git/r.git: cannot store", new IOException(said)));

        assertThat(failure.getMessage())
                .startsWith("git repository http://git/r.git cannot be read, because " + sentence)
                .contains("--work-dir");
        assertThat(failure.mayPass()).isTrue();
        assertThat(failure.isOfTheWay()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"401,UNAUTHORIZED", "403,UNAUTHORIZED", "404,NOT_FOUND", "500,UNREACHABLE", "503,UNREACHABLE"})
    void classifies_answers_of_a_server(int status, Obstacle expected) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort() + "/r.git";
            assertThat(problem(repository(url, false, Optional.empty(), ""))).isEqualTo(expected);
            git.close();
            git = fresh(secret -> Optional.of(new Credentials("u", "hush")));
            GitView view = git.look(repository(url, false, Optional.of("s"), ""));
            assertThat(((GitView.Unreadable) view).obstacle()).isEqualTo(expected);
            assertThat(((GitView.Unreadable) view).message()).doesNotContain("hush");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void says_that_the_server_is_gone_or_the_secret_is_missing() {
        assertThat(problem(repository("http://localhost:1/x.git", false, Optional.empty(), "")))
                .isEqualTo(Obstacle.UNREACHABLE);
        GitView view = git.look(repository(bare.url(), false, Optional.of("login"), ""));
        assertThat(((GitView.Unreadable) view).obstacle()).isEqualTo(Obstacle.UNAUTHORIZED);
        assertThat(((GitView.Unreadable) view).message()).contains("'login'");
    }

    @Test
    void makes_a_damaged_clone_anew() throws IOException {
        ObjectId first = bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE));
        bare.tag("p/v1", first);
        assertThat(revisions(repository())).hasSize(2);
        git.close();
        try (Stream<Path> files = Files.walk(directory.resolve("work"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".pack")).toList()) {
                Files.delete(file);
            }
        }
        Path ref = Files.walk(directory.resolve("work"))
                .filter(each -> each.endsWith("refs"))
                .findFirst()
                .orElseThrow();
        Files.writeString(ref.resolveSibling("packed-refs.lock"), "");
        git = fresh(secret -> Optional.empty());

        assertThat(revisions(repository())).hasSize(2);
    }

    @Test
    void creates_the_branch_when_asked_to() throws IOException {
        Repository asks = repository(bare.url(), true, Optional.empty(), "");
        try (JGitRepositories onlyLooking = new JGitRepositories(
                directory.resolve("work"), secret -> Optional.empty(), Journal.none(), CLOCK, false, false)) {
            assertThat(onlyLooking.look(asks))
                    .isInstanceOfSatisfying(
                            GitView.Readable.class,
                            view -> assertThat(view.revisions()).isEmpty());
        }
        assertThat(bare.refs()).isEmpty();
        assertThat(revisions(asks)).isEmpty();
        assertThat(bare.refs()).containsOnlyKeys("refs/heads/main");
    }

    @Test
    void starts_anew_when_an_emptied_repository_asks_for_it() throws IOException {
        Repository asks = repository(bare.url(), true, Optional.empty(), "");
        bare.tag("p/v1", bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE)));
        assertThat(revisions(asks)).hasSize(2);
        for (String ref : bare.refs().keySet()) {
            bare.delete(ref);
        }
        assertThat(revisions(asks)).isEmpty();
        assertThat(bare.refs()).containsOnlyKeys("refs/heads/main");
    }
}
