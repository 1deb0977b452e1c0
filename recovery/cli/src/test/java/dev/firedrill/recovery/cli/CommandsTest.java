package dev.firedrill.recovery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.cache.PostgresPackageCache;
import dev.firedrill.recovery.cache.TestDatabase;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.reconcile.ShippedRecovery;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Tag("slow")
class CommandsTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path kubeconfig = Path.of("");

    @BeforeEach
    void kubeconfig() throws IOException {
        kubeconfig = Files.writeString(directory.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: c
                contexts: [{name: c, context: {cluster: k, user: u}}]
                clusters: [{name: k, cluster: {server: "http://localhost:1"}}]
                users: [{name: u, user: {token: hush}}]
                """);
    }

    private int run(TestDatabase database, String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of(
                "--kubeconfig",
                kubeconfig.toString(),
                "--namespace",
                "ns",
                "--database-url",
                database.plainUrl(),
                "--database-user",
                "postgres",
                "--work-dir",
                directory.resolve("work").toString()));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine commandLine = RecoveryMain.commandLine(new ShippedRecovery());
        commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return commandLine.execute(arguments);
    }

    private static void rescueSomething(TestDatabase database) {
        try (PostgresPackageCache cache = new PostgresPackageCache(database.address(), Clock.systemUTC())) {
            cache.register(new Repository(
                    "ns",
                    "r1",
                    "u",
                    1,
                    false,
                    "http://g",
                    "main",
                    false,
                    "",
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    "{\"metadata\":{\"uid\":\"u\"}}"));
            RevisionName name = new RevisionName(new PackageName("ns", "r1", "foo"), "w");
            CachedRevision row = new CachedRevision(
                    name,
                    1,
                    Lifecycle.PUBLISHED,
                    false,
                    Metadata.none(Instant.EPOCH).withLabels(Map.of("team", "blue")),
                    PackageContent.of(Map.of("Kptfile", "x")),
                    Optional.empty(),
                    "",
                    new GitLock("u", "foo", "foo/v1", "c"),
                    Instant.EPOCH,
                    "ann");
            cache.insert(row);
            cache.rescue(cache.find("ns", "r1.foo.w").orElseThrow(), "set-1", "gone from git");
        }
    }

    @Test
    void show_and_restore_what_was_rescued() {
        TestDatabase database = TestDatabase.create();
        assertThat(run(database, "rescue", "list")).isZero();
        assertThat(out.toString()).contains("no rescue sets");
        rescueSomething(database);

        assertThat(run(database, "rescue", "list", "--json")).isZero();
        assertThat(out.toString()).contains("\"id\":\"set-1\"", "\"revisions\":1");
        assertThat(run(database, "rescue", "show", "set-1")).isZero();
        assertThat(out.toString()).contains("r1.foo.w", "Published 1", "gone from git");
        assertThat(run(database, "rescue", "show", "set-1", "--json")).isZero();
        assertThat(out.toString()).contains("\"labels\":{\"team\":\"blue\"}");
        // What 'sha256sum Kptfile | sha256sum' prints for a file of one x.
        assertThat(out.toString())
                .contains("\"contentHash\":\"21e9cc902be1e2b6fdc02ef2fb019ce1f78a5836a1039416ff6bceb6eb5343a5\"")
                .contains("\"annotations\":{}", "\"owners\":[]", "\"tasks\":[]", "\"updatedBy\":\"ann\"");
        assertThat(run(database, "rescue", "restore", "set-1", "r1.foo.other")).isZero();
        assertThat(out.toString()).contains("Nothing to restore");
        assertThat(run(database, "rescue", "restore", "set-1", "r1.foo.w")).isZero();
        assertThat(out.toString()).contains("r1.foo.w is back as Draft r1.foo.w");
        assertThat(run(database, "rescue", "restore", "set-1")).isZero();
        assertThat(out.toString()).contains("Nothing to restore");
        for (String command : List.of("show", "restore")) {
            assertThat(run(database, "rescue", command, "set-2")).isEqualTo(64);
            assertThat(err.toString()).contains("there is no rescue set 'set-2'");
        }
    }

    @Test
    void say_what_of_a_set_could_not_come_back() {
        TestDatabase database = TestDatabase.create();
        rescueSomething(database);
        database.execute("DELETE FROM repositories");

        assertThat(run(database, "rescue", "restore", "set-1")).isEqualTo(1);
        assertThat(err.toString())
                .contains("still in the set: r1.foo.w: repository r1 has no row")
                .hasLineCount(1);
        assertThat(run(database, "rescue", "show", "set-1")).isZero();
        assertThat(out.toString()).contains("r1.foo.w");
    }

    @Test
    void say_in_one_sentence_that_a_store_cannot_be_used() {
        TestDatabase database = TestDatabase.create();
        for (String command : List.of("plan", "recover")) {
            assertThat(run(database, command)).isEqualTo(2);
            assertThat(err.toString())
                    .startsWith(command + ": control plane http://localhost:1")
                    .contains("does not answer")
                    .doesNotContain("\tat ")
                    .doesNotContain("hush")
                    .hasLineCount(1);
        }
        database.execute("DROP TABLE package_revisions CASCADE");
        assertThat(run(database, "rescue", "list")).isZero();
    }

    @Test
    void refuse_wrong_usage() {
        assertThat(run("plan")).isEqualTo(64);
        assertThat(err.toString()).contains("--database-url");
        assertThat(run("rescue")).isEqualTo(64);
        assertThat(run("recover", "--confirm-removal", "r1")).isEqualTo(64);
        assertThat(run("unheard")).isEqualTo(64);
    }

    @Test
    void take_from_the_environment_what_is_not_given() {
        Map<String, String> environment =
                Map.of("FIREDRILL_NAMESPACE", "fleet", "FIREDRILL_JSON", "ignored", "FIREDRILL_DATABASE_USER", "");
        EnvironmentDefaults defaults = new EnvironmentDefaults(environment::get);
        CommandLine commandLine = new CommandLine(new PlanCommand());
        assertThat(value(defaults, commandLine, "--namespace")).isEqualTo("fleet");
        assertThat(value(defaults, commandLine, "--database-user"))
                .as("set to nothing is not set")
                .isEqualTo("porch");
        assertThat(value(defaults, commandLine, "--json")).isNotEqualTo("ignored");
    }

    private static String value(EnvironmentDefaults defaults, CommandLine commandLine, String option) {
        return String.valueOf(defaults.defaultValue(commandLine.getCommandSpec().findOption(option)));
    }

    @Test
    void what_is_no_duration_is_said_with_an_example() {
        int code = run("plan", "--database-url", "jdbc:x", "--work-dir", "w", "--git-answer-timeout", "soon");
        assertThat(code).isEqualTo(64);
        assertThat(err.toString())
                .contains("--git-answer-timeout", "'soon' is no duration such as PT30S")
                .doesNotContain("java.");
    }
}
