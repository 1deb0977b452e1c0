package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What can be drilled, told without a drill. */
class CatalogueTest {
    private static final String HOME = "firedrill.home";
    private static final String FEATURE = """
            Feature: Rain
              It rains now and then.

              @wet
              Scenario Outline: It rains on <day>
                Given the standard history with its recovery points P1 and P2
                Examples:
                  | day    |
                  | Monday |
                  | Friday |
            """;

    private final StringWriter out = new StringWriter();

    @TempDir
    Path folder;

    @BeforeAll
    static void inTheCheckout() {
        System.setProperty(HOME, "..");
    }

    @AfterAll
    static void nowhere() {
        System.clearProperty(HOME);
    }

    @Test
    void list_names_each_example_of_an_outline_by_its_id() throws IOException {
        String feature =
                Files.writeString(folder.resolve("rain.feature"), FEATURE).toString();

        assertThat(run("list", "--show-tags", feature))
                .containsExactly(
                        feature + "#It rains on Monday [Monday]  @wet", feature + "#It rains on Friday [Friday]  @wet");
    }

    @Test
    void list_names_every_scenario_that_a_drill_would_run_and_nothing_else() {
        assertThat(run("list", "--tags", "@five-disasters"))
                .hasSize(10)
                .allMatch(id -> id.startsWith("features/") && id.contains(".feature#"));
    }

    @Test
    void steps_counts_how_often_a_sentence_is_used() {
        assertThat(run("steps", "THE standard history"))
                .isNotEmpty()
                .allMatch(line -> line.matches(" +[1-9][0-9]*  the standard history .* \\(\\w+Steps\\.\\w+\\)"));
        assertThat(run("steps", "no sentence of any feature holds these words")).isEmpty();
    }

    @Test
    void docs_tells_an_outline_once_and_counts_its_examples() throws IOException {
        String feature =
                Files.writeString(folder.resolve("rain.feature"), FEATURE).toString();

        run("docs", "--out", folder.resolve("out").toString(), feature);

        Path site = folder.resolve("out").resolve("site");
        assertThat(site.resolve("index.html")).content().contains(">Rain</a>: 2 scenarios");
        try (var pages = Files.list(site.resolve("features"))) {
            assertThat(pages.toList())
                    .singleElement()
                    .satisfies(page -> assertThat(Files.readString(page))
                            .contains("It rains now and then.")
                            .containsOnlyOnce("It rains on &lt;day&gt;"));
        }
        assertThat(site.resolve("steps.html")).content().contains("the standard history");
    }

    private List<String> run(String... words) {
        out.getBuffer().setLength(0);
        CommandLine command = Firedrill.commandLine();
        command.setOut(new PrintWriter(out, true));
        assertThat(command.execute(words)).isZero();
        return out.toString().lines().toList();
    }
}
