package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Every option of every command with values that nobody should give it: a sentence, and a code that is no verdict. */
class HostileWordsTest {
    private static final String HOME = "firedrill.home";
    private static final String CANARY = "CANARY-9f3c";

    @TempDir
    static Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void inTheCheckout() {
        System.setProperty(HOME, "..");
    }

    @AfterAll
    static void nowhere() {
        System.clearProperty(HOME);
    }

    @BeforeEach
    void files() throws IOException {
        write("file", "mine");
        write(
                "broken.feature",
                "Feature: broken\n\n  Scenario: one\n    Given the standard history\n    Whenever it rains\n");
        write("torn.feature", "Feature: torn\n  Scenario: one\n    Given a table\n      | a | b |\n      | c |\n");
        write("empty.feature", "");
        write("bare.feature", "Feature: nothing is told here\n");
        write(
                "undefined.feature",
                "Feature: f\n  Scenario: one\n    Given the standard history with its recovery points P1 and P3\n");
        write(
                "twice.feature",
                "Feature: f\n  Scenario: one\n    Given the standard history with its recovery points P1 and P2\n"
                        + "    When git is lost and git is restored to P1\n");
        write("notes.txt", "no feature");
        write("target.properties", "name = \\u00zz\n");
        write("yaml.properties", "stores: [a, b\n");
        write("result/result.json", "{\"schema\": 99}");
        write("noresult/result.json", "[1, 2");
        write("mine/site/index.html", "mine");
    }

    private record Words(int code, String says, List<String> words) {
        @Override
        public String toString() {
            return String.join(" ", words);
        }
    }

    private static Words usage(String says, String... words) {
        return new Words(ExitCode.USAGE, says, List.of(words));
    }

    private static Words broken(String says, String... words) {
        return new Words(ExitCode.INCONCLUSIVE, says, List.of(words));
    }

    static Stream<Words> hostile() {
        return Stream.of(ofDrill(), ofSelection(), ofForms(), ofOthers(), ofRecovery())
                .flatMap(words -> words);
    }

    private static Stream<Words> ofDrill() {
        return Stream.of(
                usage("1 to ", "drill", "--workers", "0"),
                usage("1 to ", "drill", "--workers", "-3"),
                usage("1 to ", "drill", "--workers", "1000000"),
                usage("--workers", "drill", "--workers", "99999999999"),
                usage("--workers", "drill", "--workers", ""),
                usage("--repositories 4", "drill", "--repositories", "4"),
                usage("--repositories -1", "drill", "--repositories", "-1"),
                usage("--repositories 2000000", "drill", "--repositories", "2000000"),
                usage("--seed", "drill", "--seed", "x"),
                usage("--seed", "drill", "--seed", "99999999999999999999"),
                usage("--shard 3/2", "drill", "--shard", "3/2"),
                usage("--shard", "drill", "--shard", ""),
                usage("has nothing to run", "drill", "--tags", "@S01", "--shard", "99/99"),
                usage("--crash-points 0", "drill", "--crash-points", "0"),
                usage("--crash-points", "drill", "--crash-points", ""),
                usage("no duration", "drill", "--promise", "rpo=soon"),
                usage("can be read", "drill", "--promise", "FOLDER/absent"),
                usage("can be read", "drill", "--promise", ""),
                usage("file:1: say to whom", "drill", "--promise", "FOLDER/file"),
                usage("this jar holds none", "drill", "--broken", "labels-wipd"),
                usage("is a file", "drill", "--tags", "@S01", "--out", "FOLDER/file"),
                usage("FOLDER/mine/site/index.html", "drill", "--tags", "@S01", "--out", "FOLDER/mine"),
                usage("is empty", "drill", "--out", ""),
                broken("cannot be written", "drill", "--tags", "@S01", "--out", "/proc/firedrill"),
                usage("did you mean '--workers'", "drill", "--worker", "1"),
                usage("--out", "drill", "--out"));
    }

    private static Stream<Words> ofSelection() {
        return Stream.of(
                usage("is empty", "drill", "--tags", ""),
                usage("--tags", "drill", "--tags", "@S01 and ("),
                usage("did you mean '@five-disasters'", "drill", "--tags", "@five-disaster"),
                usage("did you mean --tags '@S01'", "drill", "@S01"),
                usage("did you mean", "drill", "features/disaster"),
                usage("no feature file", "drill", "FOLDER/notes.txt"),
                usage("without a name", "drill", ""),
                usage("no such file", "drill", "features/disasters:x"),
                usage("stand at the lines", "drill", "features/disasters/3-restart.feature:1"),
                usage("did you mean", "drill", "features/disasters/3-restart.feature#The orchestrator is kiled"),
                usage("broken.feature:5:5: ", "drill", "FOLDER/broken.feature"),
                usage("torn.feature:5:7: ", "drill", "FOLDER/torn.feature"),
                usage(
                        "twice.feature:4: the step 'git is lost and git is restored to P1' gives one thing two fates",
                        "drill",
                        "FOLDER/twice.feature"),
                usage("no scenario", "drill", "FOLDER/empty.feature"),
                usage("no scenario", "drill", "FOLDER/bare.feature"),
                usage(
                        "undefined.feature:3: the step 'the standard history with its recovery points P1 and P3'",
                        "drill",
                        "FOLDER/undefined.feature"),
                usage("the nearest known ones are", "drill", "FOLDER/undefined.feature"));
    }

    private static Stream<Words> ofForms() {
        return Stream.of(
                usage("known are", "drill", "--environment", "cloud"),
                usage("known forms", "drill", "--control-plane", ""),
                usage("known forms", "drill", "--git", "svn"),
                usage("known forms", "drill", "--database", "oracle"),
                usage("known forms", "drill", "--links", "cable"),
                usage("--image", "drill", "--image", "k3s"),
                usage("image", "drill", "--image", "redis=x"),
                usage("image", "drill", "--image", "k3s="),
                usage("image", "drill", "--image", "k3s=Not An Image"),
                usage("cannot be read", "drill", "--environment", "existing", "--target", "FOLDER/absent"),
                usage("cannot be read", "drill", "--environment", "existing", "--target", "FOLDER"),
                usage("cannot be read", "drill", "--environment", "existing", "--target", "FOLDER/target.properties"),
                usage("cannot be used", "drill", "--environment", "existing", "--target", "FOLDER/yaml.properties"),
                usage("--target", "drill", "--environment", "existing"));
    }

    private static Stream<Words> ofOthers() {
        return Stream.of(
                usage("did you mean 'drill'", "dril"),
                usage("did you mean '--version'", "--versoin"),
                usage("OUT", "report"),
                broken("cannot be read", "report", "FOLDER/nowhere"),
                broken("cannot be read", "report", "FOLDER/file"),
                broken("schema", "report", "FOLDER/result"),
                broken("not JSON", "report", "FOLDER/noresult"),
                usage("is empty", "report", "FOLDER/result", "--into", ""),
                usage("SECOND", "compare", "FOLDER/result"),
                broken("cannot be read", "compare", "FOLDER/file", "FOLDER/file"),
                broken("schema", "compare", "FOLDER/result", "FOLDER/result/result.json"),
                usage("--sizes", "benchmark", "--sizes", "5"),
                usage("--sizes", "benchmark", "--sizes", "5,5"),
                usage("--sizes", "benchmark", "--sizes", ""),
                usage("--sizes", "benchmark", "--sizes", "0,10"),
                usage("--sizes", "benchmark", "--sizes", "5,99999999"),
                usage("--sizes", "benchmark", "--sizes", "five"),
                usage("is empty", "benchmark", "--out", ""),
                usage("did you mean '@five-disasters'", "list", "--tags", "@five-disaster"),
                usage("no such file", "list", "features/nowhere.feature"),
                usage("broken.feature:5:5: ", "list", "FOLDER/broken.feature"),
                usage("torn.feature:5:7: ", "docs", "FOLDER/torn.feature"),
                usage("is empty", "docs", "--out", ""),
                usage("FOLDER/mine/site/index.html", "docs", "--tags", "@S01", "--out", "FOLDER/mine"),
                usage("Unmatched", "steps", "one", "two"));
    }

    private static Stream<Words> ofRecovery() {
        return Stream.of(
                usage("--work-dir", "plan"),
                usage("--database-url", "recover", "--work-dir", "FOLDER/w"),
                usage("list, show or restore", "rescue"),
                usage("did you mean 'restore'", "rescue", "restor"),
                usage("--poll-interval", stores("serve", "--poll-interval", "often")),
                usage("--removal-threshold", stores("plan", "--removal-threshold", "much")));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void are_answered_in_a_sentence(Words hostile) {
        int code = run(hostile.words().toArray(String[]::new));

        assertThat(err.toString()).contains(here(hostile.says())).doesNotContain("\tat ");
        assertThat(code).as(err.toString()).isEqualTo(hostile.code());
        assertThat(out.toString()).isEmpty();
        assertThat(folder.resolve("mine/site/index.html")).hasContent("mine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "it is empty |''",
                "look at line 1|'token: [" + CANARY + "'",
                "look at line 1|'token: \"" + CANARY + "'",
                "current context is not in it|'current-context: " + CANARY + "'",
                "no kubeconfig|'" + CANARY + "'",
                "is a folder|-"
            })
    void a_kubeconfig_that_cannot_be_used_is_never_shown(String says, String text) throws IOException {
        Path file = text == null ? folder : write("kubeconfig", text);
        for (String command : List.of("plan", "recover", "serve", "rescue list")) {
            List<String> words = new ArrayList<>(List.of(stores(command.split(" "))));
            words.addAll(List.of("--kubeconfig", file.toString()));

            int code = run(words.toArray(String[]::new));

            assertThat(err.toString()).as(command).contains(says.strip()).doesNotContain(CANARY, "\tat ");
            assertThat(code).isEqualTo(ExitCode.INCONCLUSIVE);
            assertThat(out.toString()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drill",
                "list",
                "steps",
                "docs",
                "report",
                "compare",
                "benchmark",
                "serve",
                "plan",
                "recover",
                "rescue"
            })
    void every_command_explains_itself(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: firedrill " + command);
    }

    @Test
    void a_step_that_is_not_known_comes_with_those_that_are() {
        run(here("drill"), here("FOLDER/undefined.feature"));

        assertThat(err.toString()).contains("the standard history with its recovery points P1 and P2");
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = Firedrill.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(Stream.of(words).map(HostileWordsTest::here).toArray(String[]::new));
    }

    private static String[] stores(String... command) {
        return Stream.concat(
                        Stream.of(command),
                        Stream.of("--database-url", "jdbc:postgresql://127.0.0.1:1/x", "--work-dir", "FOLDER/w"))
                .toArray(String[]::new);
    }

    private static String here(String text) {
        return text.replace("FOLDER", folder.toString());
    }

    private static Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
