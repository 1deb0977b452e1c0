package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.model.Product;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.Reports;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.EnvironmentReport;
import dev.firedrill.reports.result.Loss;
import dev.firedrill.reports.result.ScenarioResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompareCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void the_same_ends_with_0_and_names_every_scenario() {
        int exit = compare(drill("one", Verdict.HELD, 3), drill("other", Verdict.HELD, 3));

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("same  features/a.feature:7").contains("1 scenarios, 0 different");
    }

    @Test
    void a_difference_ends_with_1_and_is_shown_below_its_scenario() {
        int exit = compare(drill("one", Verdict.HELD, 3), drill("other", Verdict.VIOLATED, 4));

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString())
                .contains("different  features/a.feature:7")
                .contains("    verdict: held in the first, violated in the second")
                .contains("    kept: 3 in the first, 4 in the second");
    }

    @Test
    void what_was_not_proved_ends_with_2() {
        int exit = compare(drill("one", Verdict.INCONCLUSIVE, 3), drill("other", Verdict.INCONCLUSIVE, 3));

        assertThat(exit).isEqualTo(2);
        assertThat(out.toString()).contains("not proved  features/a.feature:7");
    }

    @Test
    void the_file_itself_can_be_named() {
        Path one = drill("one", Verdict.HELD, 3).resolve("result.json");

        assertThat(compare(one, one)).isZero();
    }

    @Test
    void a_folder_without_a_result_is_named_in_one_sentence() {
        int exit = compare(folder, folder);

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(folder.resolve("result.json").toString());
    }

    private int compare(Path first, Path second) {
        CommandLine command = Firedrill.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute("compare", first.toString(), second.toString());
    }

    private Path drill(String name, Verdict verdict, int kept) {
        Product product = new Product("form", "product", "1", true);
        ScenarioResult scenario = ScenarioResult.builder("features/a.feature:7", "Feature", "Scenario")
                .verdict(verdict)
                .loss(Loss.of(kept, List.of()))
                .build();
        Path out = folder.resolve(name);
        Reports.write(
                DrillResult.builder(
                                name, Instant.EPOCH, new EnvironmentReport(product, product, product, product, product))
                        .scenarios(List.of(scenario))
                        .verdict(verdict)
                        .build(),
                out);
        return out;
    }
}
