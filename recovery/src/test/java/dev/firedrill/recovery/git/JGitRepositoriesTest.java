package dev.firedrill.recovery.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.firedrill.recovery.cluster.Credentials;
import dev.firedrill.recovery.git.GitView.Problem;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JGitRepositoriesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final String KPTFILE = "apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata:\n  name: x\n";

    @TempDir
    Path directory;

    private BareRepository bare;
    private JGitRepositories git;

    @BeforeEach
    void open() throws IOException {
        bare = new BareRepository(directory.resolve("remote.git"));
        git = fresh(secret -> Optional.empty());
    }

    @AfterEach
    void close() {
        git.close();
        bare.close();
    }

    private JGitRepositories fresh(CredentialsSource credentials) {
        return new JGitRepositories(directory.resolve("work"), credentials, Journal.none(), CLOCK, true);
    }

    private Repository repository(String url, boolean createBranch, Optional<String> secret, String below) {
        return new Repository(
                "ns",
                "r1",
                "uid",
                1,
                false,
                url,
                "main",
                createBranch,
                below,
                secret,
                false,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                "{}");
    }

    private Repository repository() {
        return repository(bare.url(), false, Optional.empty(), "");
    }

    private List<GitRevision> revisions(Repository repository) {
        GitView view = git.look(repository);
        assertThat(view).isInstanceOf(GitView.Readable.class);
        return ((GitView.Readable) view).revisions();
    }

    private static CachedRevision proposed(String path, String workspace, Map<String, String> files) {
        return new CachedRevision(
                new RevisionName(new PackageName("ns", "r1", path), workspace),
                0,
                Lifecycle.PROPOSED,
                false,
                Metadata.none(Instant.EPOCH),
                PackageContent.of(files),
                Optional.of("{\"type\":\"init\",\"init\":{\"description\":\"d\"}}"),
                "",
                new GitLock("", path, "drafts/" + path + "/" + workspace, GitLock.NOT_PUSHED),
                Instant.EPOCH,
                "");
    }

    @Test
    void readsTagsPlaceholdersWorkspacesAndTasks() throws IOException {
        Map<String, String> files = new TreeMap<>(Map.of("net/upf/Kptfile", KPTFILE, "README.md", "r"));
        bare.commit(
                "main",
                "content\n\nkpt:{\"package\":\"net/upf\",\"workspaceName\":\"first\",\"revision\":\"0\","
                        + "\"task\":{\"type\":\"init\"}}\n",
                files);
        ObjectId approval = bare.commit(
                "main", "ok\n\nkpt:{\"package\":\"net/upf\",\"workspaceName\":\"first\",\"revision\":\"1\"}\n", files);
        bare.tag("net/upf/v1", approval);
        files.put("net/upf/cm.yaml", "a: 1\n");
        ObjectId plain = bare.commit("main", "by hand", files);
        bare.tag("net/upf/v2", plain);
        bare.tag("net/upf/edge", plain);
        bare.tag("v9", plain);
        bare.tag("net/none/v1", plain);
        bare.set("refs/heads/drafts/net/upf/x", plain);

        List<GitRevision> revisions = revisions(repository());

        assertThat(revisions)
                .extracting(each -> each.name().objectName() + "@" + each.revision())
                .containsExactlyInAnyOrder(
                        "r1.net.upf.first@1", "r1.net.upf.v2@2", "r1.net.upf.edge@-1", "r1.net.upf.main@-1");
        GitRevision first = named(revisions, "r1.net.upf.first");
        assertThat(first.originTask()).contains("{\"type\":\"init\"}");
        assertThat(first.lock()).isEqualTo(new GitLock(bare.url(), "net/upf", "net/upf/v1", approval.name()));
        assertThat(first.publishedBy()).isEqualTo("ann@example.org");
        assertThat(named(revisions, "r1.net.upf.v2").content().files()).containsKeys("Kptfile", "cm.yaml");
    }

    private static GitRevision named(List<GitRevision> revisions, String name) {
        return revisions.stream()
                .filter(each -> each.name().objectName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void looksBelowTheDirectoryOnly() throws IOException {
        ObjectId commit = bare.commit("main", "m", Map.of("a/x/Kptfile", KPTFILE, "b/y/Kptfile", KPTFILE));
        bare.tag("a/x/v1", commit);
        bare.tag("b/y/v1", commit);

        assertThat(revisions(repository(bare.url(), false, Optional.empty(), "b")))
                .extracting(
                        each -> each.name().objectName(), each -> each.lock().directory())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("r1.y.v1", "y"),
                        org.assertj.core.groups.Tuple.tuple("r1.y.main", "y"));
    }

    @Test
    void leavesOutFilesThatAreNotText() throws IOException {
        bare.commitBytes(
                "main",
                "m",
                Map.of(
                        "p/Kptfile",
                        KPTFILE.getBytes(StandardCharsets.UTF_8),
                        "p/nul.bin",
                        new byte[] {'a', 0, 'b'},
                        "p/latin.txt",
                        new byte[] {(byte) 0xe9},
                        "p/ünï.txt",
                        "é".getBytes(StandardCharsets.UTF_8)));

        assertThat(revisions(repository()).get(0).content().files()).containsOnlyKeys("Kptfile", "ünï.txt");
    }

    @Test
    void publishesInTwoCommitsAndReadsItBack() throws IOException {
        bare.commitBytes(
                "main",
                "m",
                Map.of(
                        "net/upf/logo.png", new byte[] {0, 1},
                        "net/upf/old.yaml", "old".getBytes(StandardCharsets.UTF_8),
                        "net/upf/Kptfile", KPTFILE.getBytes(StandardCharsets.UTF_8)));
        CachedRevision revision = proposed("net/upf", "ws1", Map.of("Kptfile", KPTFILE, "cm.yaml", "a: 1\n"));

        GitRevision published = git.publish(repository(), revision, 3, "Bob <bob@example.org>");

        assertThat(published.revision()).isEqualTo(3);
        assertThat(published.name()).isEqualTo(revision.name());
        assertThat(published.content()).isEqualTo(revision.content());
        assertThat(published.originTask()).isEqualTo(revision.originTask());
        assertThat(published.publishedBy()).isEqualTo("bob@example.org");
        assertThat(published.publishedAt()).isEqualTo(CLOCK.instant());
        Map<String, String> refs = bare.refs();
        assertThat(refs.get("refs/heads/main")).isEqualTo(refs.get("refs/tags/net/upf/v3"));
        assertThat(git.placeholder(repository(), revision).content()).isEqualTo(revision.content());
        try (var walk = org.eclipse.jgit.treewalk.TreeWalk.forPath(
                bare.repository(),
                "net/upf/logo.png",
                bare.repository()
                        .parseCommit(ObjectId.fromString(refs.get("refs/heads/main")))
                        .getTree())) {
            assertThat(walk).as("binary files that no draft can hold stay").isNotNull();
        }
    }

    @Test
    void publishingAgainAfterACrashReturnsWhatIsThere() throws IOException {
        bare.commit("main", "m", Map.of("README.md", "r"));
        CachedRevision revision = proposed("p", "ws1", Map.of("Kptfile", KPTFILE));
        GitRevision first = git.publish(repository(), revision, 1, "");
        Map<String, String> refs = bare.refs();
        git.close();
        git = fresh(secret -> Optional.empty());

        assertThat(git.publish(repository(), revision, 1, "")).isEqualTo(first);
        assertThat(git.publish(repository(), revision, 2, "")).isEqualTo(first);
        assertThat(bare.refs()).isEqualTo(refs);
    }

    @Test
    void neverMovesATag() throws IOException {
        bare.commit("main", "m", Map.of("README.md", "r"));
        git.publish(repository(), proposed("p", "ws1", Map.of("Kptfile", KPTFILE)), 1, "");
        Map<String, String> refs = bare.refs();

        CachedRevision other = proposed("p", "ws2", Map.of("Kptfile", KPTFILE, "x", "y"));
        assertThatThrownBy(() -> git.publish(repository(), other, 1, ""))
                .isInstanceOf(GitRefused.class)
                .hasMessageContaining("p/v1");
        CachedRevision changed = proposed("p", "ws1", Map.of("Kptfile", KPTFILE, "x", "y"));
        assertThatThrownBy(() -> git.publish(repository(), changed, 1, "")).isInstanceOf(GitRefused.class);
        assertThat(bare.refs()).isEqualTo(refs);
    }

    @Test
    void placeholdersKeepTheirCommitWhenAnotherPackageIsPublished() throws IOException {
        bare.commit("main", "m", Map.of("README.md", "r"));
        CachedRevision one = proposed("one", "ws", Map.of("Kptfile", KPTFILE));
        git.publish(repository(), one, 1, "");
        GitRevision before = git.placeholder(repository(), one);

        git.publish(repository(), proposed("two", "ws", Map.of("Kptfile", KPTFILE)), 1, "");

        assertThat(git.placeholder(repository(), one)).isEqualTo(before);
    }

    @Test
    void deletesTagsAndDirectories() throws IOException {
        bare.commit("main", "m", Map.of("README.md", "r"));
        CachedRevision one = proposed("a/one", "ws", Map.of("Kptfile", KPTFILE));
        GitRevision published = git.publish(repository(), one, 1, "");

        GitLock elsewhere = new GitLock(
                "", "a/one", published.lock().ref(), ObjectId.zeroId().name());
        assertThatThrownBy(() -> git.deleteTag(repository(), elsewhere)).isInstanceOf(GitRefused.class);
        git.deleteTag(repository(), published.lock());
        git.deleteTag(repository(), published.lock());
        assertThat(revisions(repository())).extracting(GitRevision::revision).containsExactly(-1);

        git.deleteDirectory(repository(), one);
        git.deleteDirectory(repository(), one);
        assertThat(revisions(repository())).isEmpty();
    }

    @Test
    void seesRewindsAndListsAnUnchangedRepositoryOnce() throws IOException {
        ObjectId first = bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE));
        bare.tag("p/v1", first);
        ObjectId second = bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE + "#\n"));
        bare.tag("p/v2", second);
        GitView.Readable now = (GitView.Readable) git.look(repository());
        assertThat(((GitView.Readable) git.look(repository())).revisions().get(0))
                .isSameAs(now.revisions().get(0));

        bare.set("refs/heads/main", first);
        bare.delete("refs/tags/p/v2");

        GitView.Readable then = (GitView.Readable) git.look(repository());
        assertThat(then.version()).isNotEqualTo(now.version());
        assertThat(then.head()).isEqualTo(first.name());
        assertThat(then.revisions()).extracting(GitRevision::revision).containsExactlyInAnyOrder(1, -1);
    }

    static Stream<byte[]> hostileNames() {
        return Stream.of("..", ".", ".git", ".GIT", "a\\b", "..\\x", "a/b", "/etc")
                .map(name -> name.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    void refusesPathsThatClimbOut(byte[] name) throws IOException {
        ObjectId commit = bare.commitRaw("main", "pkg", name);

        GitView view = git.look(repository());

        assertThat(view).isInstanceOf(GitView.Unreadable.class);
        GitView.Unreadable unreadable = (GitView.Unreadable) view;
        assertThat(unreadable.problem()).isEqualTo(Problem.HOSTILE);
        assertThat(unreadable.message()).contains(commit.name(), "pkg/");
    }

    @Test
    void tellsEmptyFromMissingBranchFromNotThere() throws IOException {
        assertThat(problem(repository())).isEqualTo(Problem.EMPTY);
        bare.commit("other", "m", Map.of("p/Kptfile", KPTFILE));
        assertThat(problem(repository())).isEqualTo(Problem.BRANCH_MISSING);
        assertThat(problem(repository(bare.url() + "-not", false, Optional.empty(), "")))
                .isEqualTo(Problem.NOT_FOUND);
        assertThat(problem(repository("ssh://host/x", false, Optional.empty(), "")))
                .isEqualTo(Problem.UNREACHABLE);
    }

    private Problem problem(Repository repository) {
        GitView view = git.look(repository);
        assertThat(view).isInstanceOf(GitView.Unreadable.class);
        return ((GitView.Unreadable) view).problem();
    }

    @Test
    void createsTheBranchWhenAskedTo() throws IOException {
        Repository asks = repository(bare.url(), true, Optional.empty(), "");
        try (JGitRepositories onlyLooking = new JGitRepositories(
                directory.resolve("work"), secret -> Optional.empty(), Journal.none(), CLOCK, false)) {
            assertThat(onlyLooking.look(asks))
                    .isInstanceOfSatisfying(
                            GitView.Readable.class,
                            view -> assertThat(view.revisions()).isEmpty());
        }
        assertThat(bare.refs()).isEmpty();
        assertThat(revisions(asks)).isEmpty();
        assertThat(bare.refs()).containsOnlyKeys("refs/heads/main");
    }

    @ParameterizedTest
    @CsvSource({"401,UNAUTHORIZED", "403,UNAUTHORIZED", "404,NOT_FOUND", "500,UNREACHABLE", "503,UNREACHABLE"})
    void classifiesAnswersOfAServer(int status, Problem expected) throws IOException {
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
            assertThat(((GitView.Unreadable) view).problem()).isEqualTo(expected);
            assertThat(((GitView.Unreadable) view).message()).doesNotContain("hush");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysThatTheServerIsGoneOrTheSecretIsMissing() {
        assertThat(problem(repository("http://localhost:1/x.git", false, Optional.empty(), "")))
                .isEqualTo(Problem.UNREACHABLE);
        GitView view = git.look(repository(bare.url(), false, Optional.of("login"), ""));
        assertThat(((GitView.Unreadable) view).problem()).isEqualTo(Problem.UNAUTHORIZED);
        assertThat(((GitView.Unreadable) view).message()).contains("'login'");
    }

    @Test
    void makesADamagedCloneAnew() throws IOException {
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
}
