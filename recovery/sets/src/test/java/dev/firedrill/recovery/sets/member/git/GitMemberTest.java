package dev.firedrill.recovery.sets.member.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.sets.support.Cli;
import dev.firedrill.recovery.sets.support.GitFixture;
import dev.firedrill.recovery.sets.support.GitHttpServer;
import dev.firedrill.recovery.sets.support.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories go into a set and come back with every ref, and nobody else's repository is harmed by it. */
class GitMemberTest {
    @TempDir
    private Path folder;

    private GitFixture blueprints;
    private GitFixture deployments;

    @BeforeEach
    void repositories() throws IOException {
        blueprints = GitFixture.porch(folder.resolve("server/blueprints.git"));
        deployments = new GitFixture(folder.resolve("server/deployments.git"));
    }

    @Test
    void every_ref_and_the_default_branch_come_back() throws IOException {
        Cli created = create();
        assertThat(created.code()).as(created.err()).isZero();

        Cli restored = restore("run");

        assertThat(restored.err()).isEmpty();
        assertThat(restored.code()).isZero();
        assertThat(restored.out()).contains("git restored, validated");
        assertThat(GitFixture.refs(folder.resolve("side/blueprints.git"))).isEqualTo(blueprints.refs());
        assertThat(GitFixture.refs(folder.resolve("side/deployments.git"))).isEqualTo(deployments.refs());
    }

    @Test
    void a_second_restore_changes_nothing() {
        create();
        restore("run");

        Cli again = restore("run");

        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("git was there already, validated");
    }

    @Test
    void a_restore_that_was_interrupted_goes_on() throws IOException {
        create();
        restore("run");
        Path side = folder.resolve("side/blueprints.git");
        Files.delete(side.resolve("refs/tags/blueprints/basens/v1"));

        assertThat(restore("plan").out()).contains("target part");
        assertThat(restore("run").code()).isZero();
        assertThat(GitFixture.refs(side)).isEqualTo(blueprints.refs());
    }

    @Test
    void a_target_with_something_else_is_refused_unless_named() throws IOException {
        create();
        GitFixture foreign = new GitFixture(folder.resolve("side/blueprints.git"));
        foreign.commit("refs/heads/precious", "somebody's work");

        assertThat(restore("plan").code()).isEqualTo(1);
        Cli refused = restore("run");

        assertThat(refused.code()).isEqualTo(64);
        assertThat(refused.err()).contains("blueprints", "refs/heads/precious", "--replace");
        assertThat(foreign.refs()).containsKey("refs/heads/precious");
        assertThat(folder.resolve("side/deployments.git")).doesNotExist();
        assertThat(restore("run", "--replace", "git").code()).isZero();
        assertThat(foreign.refs()).isEqualTo(blueprints.refs());
    }

    @Test
    void the_repositories_that_porch_knows_are_taken_each_once() throws IOException {
        try (TestCluster cluster = new TestCluster()) {
            cluster.repository("a", blueprints.folder().toString());
            cluster.repository("b", blueprints.folder().toString());
            cluster.repository("c", deployments.folder().toString());
            Cli created = Cli.run(
                    "backup",
                    "create",
                    "--storage",
                    text("storage"),
                    "--catalogue",
                    text("catalogue"),
                    "--kubeconfig",
                    cluster.kubeconfig(folder),
                    "--git-from-repositories");
            assertThat(created.code()).as(created.err()).isZero();
        }

        assertThat(restore("run").code()).isZero();
        assertThat(GitFixture.refs(folder.resolve("side/blueprints.git"))).isEqualTo(blueprints.refs());
        assertThat(GitFixture.refs(folder.resolve("side/deployments.git"))).isEqualTo(deployments.refs());
    }

    @Test
    void repositories_of_one_name_are_told_apart() {
        assertThat(GitSources.named(List.of("https://a/x/r.git", "https://b/r", "git@c:r.git", "https://d/r-2/")))
                .extracting(GitSource::name)
                .containsExactly("r", "r-2", "r-3", "r-2-2");
    }

    @Test
    void one_repository_comes_back_alone() throws IOException {
        create();

        assertThat(restore("run", "--repository", "blueprints").code()).isZero();

        assertThat(GitFixture.refs(folder.resolve("side/blueprints.git"))).isEqualTo(blueprints.refs());
        assertThat(folder.resolve("side/deployments.git")).doesNotExist();
        assertThat(restore("run", "--repository", "nobody").err()).contains("has no repository 'nobody'");
    }

    @Test
    void a_repository_that_misses_an_object_is_an_error_and_no_smaller_backup() throws IOException {
        ObjectId tip = blueprints.commit("refs/heads/main", "third");
        blueprints.ref("refs/heads/torn", tip);
        try (Stream<Path> files = Files.walk(blueprints.folder().resolve("objects"))) {
            Path blob = files.filter(file -> file.toString()
                            .contains(tip.name().substring(0, 2) + "/"
                                    + tip.name().substring(2)))
                    .findFirst()
                    .orElseThrow();
            Files.delete(blob);
        }

        Cli created = create();

        assertThat(created.code()).isEqualTo(2);
        assertThat(created.err()).contains("blueprints").doesNotContain("Exception");
        assertThat(Cli.run("backup", "list", "--storage", text("storage"), "--catalogue", text("catalogue"))
                        .out())
                .contains("There are no sets");
    }

    @Test
    void a_repository_whose_history_was_cut_is_an_error_and_no_smaller_backup() throws IOException {
        String tip = blueprints.refs().get("refs/heads/main");
        Files.delete(blueprints.folder().resolve("refs/tags/blueprints/basens/v1"));
        Files.writeString(blueprints.folder().resolve("shallow"), tip + "\n");

        Cli created = create();

        assertThat(created.code()).isEqualTo(2);
        assertThat(created.err()).contains("blueprints");
    }

    @Test
    void a_repository_that_is_not_there_is_an_error() {
        Cli created = Cli.run(
                "backup",
                "create",
                "--storage",
                text("storage"),
                "--catalogue",
                text("catalogue"),
                "--git",
                "gone=" + text("server/gone.git"));

        assertThat(created.code()).isEqualTo(2);
        assertThat(created.err()).contains("gone");
    }

    @Test
    void repositories_of_a_server_that_asks_for_a_login_go_and_come_by_http() throws IOException {
        GitFixture side = new GitFixture(folder.resolve("served/side.git"));
        Files.move(blueprints.folder(), folder.resolve("served/blueprints.git"));
        Path login = folder.resolve("login");
        try (GitHttpServer server = new GitHttpServer(folder.resolve("served"), "user", "canary")) {
            String url = server.url() + "/blueprints.git";
            assertThat(createFrom(url).code()).isEqualTo(2);
            Files.writeString(login, "user\nwrong\n");
            Cli refused = createFrom(url, "--git-login-file", login.toString());
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("not authorized", "blueprints");
            Files.writeString(login, "user\ncanary\n");
            Cli created = createFrom(url, "--git-login-file", login.toString());
            assertThat(created.code()).as(created.err()).isZero();

            Cli restored = Cli.run(
                    "restore",
                    "run",
                    "porch",
                    "--storage",
                    text("storage"),
                    "--catalogue",
                    text("catalogue"),
                    "--git-login-file",
                    login.toString(),
                    "--git",
                    "blueprints=" + server.url() + "/side.git");

            assertThat(restored.code()).as(restored.err() + restored.out()).isZero();
            assertThat(restored.out())
                    .contains("set the default branch of blueprints to main")
                    .doesNotContain("canary");
            assertThat(createFrom(server.url() + "/gone.git", "--git-login-file", login.toString())
                            .code())
                    .isEqualTo(2);
        }
        assertThat(side.refs())
                .containsAllEntriesOf(withoutHead(GitFixture.refs(folder.resolve("served/blueprints.git"))));
        try (Stream<Path> files = Files.walk(folder.resolve("storage"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain("canary");
            }
        }
    }

    private static java.util.Map<String, String> withoutHead(java.util.Map<String, String> refs) {
        refs.remove("HEAD");
        return refs;
    }

    private Cli createFrom(String url, String... more) {
        return Cli.run(Stream.concat(
                        Stream.of(
                                "backup",
                                "create",
                                "--storage",
                                text("storage"),
                                "--catalogue",
                                text("catalogue"),
                                "--git",
                                "blueprints=" + url),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void a_login_in_a_url_is_refused_and_not_repeated() {
        Cli created = Cli.run(
                "backup",
                "create",
                "--storage",
                text("storage"),
                "--catalogue",
                text("catalogue"),
                "--git",
                "a=https://user:canary@git.example.com/a.git");

        assertThat(created.code()).isEqualTo(64);
        assertThat(created.err()).contains("--git-login-file").doesNotContain("canary");
    }

    private Cli create() {
        return Cli.run(
                "backup",
                "create",
                "--storage",
                text("storage"),
                "--catalogue",
                text("catalogue"),
                "--git",
                "blueprints=" + blueprints.folder(),
                "--git",
                "deployments=" + deployments.folder());
    }

    private Cli restore(String what, String... more) {
        return Cli.run(Stream.concat(
                        Stream.of(
                                "restore",
                                what,
                                "porch",
                                "--storage",
                                text("storage"),
                                "--catalogue",
                                text("catalogue"),
                                "--git-base",
                                text("side")),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private String text(String name) {
        return folder.resolve(name).toString();
    }
}
