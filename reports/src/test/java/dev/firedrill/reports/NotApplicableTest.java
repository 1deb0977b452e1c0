package dev.firedrill.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.MatrixCell;
import dev.firedrill.reports.result.NotClaimed;
import dev.firedrill.reports.result.ResultFile;
import dev.firedrill.reports.result.ScenarioResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does not apply to the judged system is counted and named in every report, and never passes. */
class NotApplicableTest {
    private static final String WHY = "This does not apply to Porch 1.6.0, which lacks the ability 'crash points'";
    private static final NotClaimed UNCLAIMED = new NotClaimed("the system names r as quarantined", "quarantines");

    private static final ScenarioResult HELD =
            Samples.disaster("features/a.feature#Held", "Held", "@S01").build();
    private static final ScenarioResult SWEPT = ScenarioResult.builder("features/a.feature#Swept", "F", "Swept")
            .verdict(Verdict.NOT_APPLICABLE)
            .failure(WHY)
            .matrix(new MatrixCell("intact", "lost", "intact"))
            .build();
    private static final ScenarioResult ASIDE = Samples.disaster("features/a.feature#Aside", "Set aside", "@S02")
            .verdict(Verdict.NOT_APPLICABLE)
            .failure("not claimed: the system names r as quarantined (the system lacks the ability 'quarantines')")
            .notClaimed(List.of(UNCLAIMED))
            .build();

    @TempDir
    private Path folder;

    @Test
    void a_drill_is_judged_by_what_applies_and_needs_something_that_does() {
        assertThat(DrillResult.worstOf(List.of(HELD, SWEPT, ASIDE))).isEqualTo(Verdict.HELD);
        assertThat(DrillResult.worstOf(List.of(SWEPT, ASIDE))).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(DrillResult.worstOf(List.of(
                        SWEPT, HELD.toBuilder().verdict(Verdict.VIOLATED).build())))
                .isEqualTo(Verdict.VIOLATED);
        assertThat(DrillResult.worstOf(List.of(
                        SWEPT, HELD.toBuilder().verdict(Verdict.INCONCLUSIVE).build())))
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void the_result_file_keeps_what_was_not_claimed_and_fits_its_schema() {
        DrillResult drill = drill(HELD, SWEPT, ASIDE);

        assertThat(schema().validate(ResultFile.tree(drill))).isEmpty();
        assertThat(ResultFile.parse(ResultFile.text(drill), "it").scenarios()).containsExactly(HELD, SWEPT, ASIDE);
        assertThat(ResultFile.text(drill(HELD))).doesNotContain("notClaimed");
    }

    @Test
    void a_result_of_the_layout_before_this_one_is_read_and_written_anew() {
        String old = ResultFile.text(drill(HELD)).replace("\"schema\" : 3", "\"schema\" : 2");

        DrillResult read = ResultFile.parse(old, "it");

        assertThat(read.scenarios()).containsExactly(HELD);
        assertThat(schema().validate(ResultFile.tree(read.toBuilder().build()))).isEmpty();
    }

    @Test
    void the_summary_says_first_which_system_was_judged_and_last_what_does_not_apply() {
        String table = new ConsoleSummary(132, false).table(drill(HELD, SWEPT, ASIDE));

        assertThat(table.lines().findFirst()).hasValue("Judged: Firedrill orchestrator 0.1.0 (process)");
        assertThat(table)
                .contains("∅ not applicable")
                .contains("✓ held: 1 of 1 scenarios that apply held; not applicable: 2");
        assertThat(new ConsoleSummary(132, false).line(SWEPT)).startsWith("∅").contains(WHY);
    }

    @Test
    void machines_hear_of_it_and_of_the_system() throws IOException {
        Reports.write(drill(HELD, SWEPT, ASIDE), folder);

        assertThat(folder.resolve("junit.xml"))
                .content()
                .contains("failures=\"0\" errors=\"0\" skipped=\"1\"")
                .contains("<skipped message=\"" + WHY)
                .doesNotContain("<failure", "<error");
        assertThat(folder.resolve("metrics.prom"))
                .content()
                .contains("firedrill_scenarios{verdict=\"not applicable\"} 2")
                .contains("firedrill_system_info{")
                .contains("product=\"Firedrill orchestrator\"");
    }

    @Test
    void the_site_counts_and_names_it_apart_from_what_needs_attention() throws IOException {
        Reports.write(drill(HELD, SWEPT, ASIDE), folder);

        assertThat(folder.resolve("site/index.html"))
                .content()
                .containsSubsequence("The recovery held", "Judged: <b>Firedrill orchestrator 0.1.0</b>")
                .contains("1 of 1 scenarios that apply held, 2 not applicable")
                .contains("What does not apply to Firedrill orchestrator", "crash points")
                .contains("<tr class=\"scenario not-applicable\">", "show-not-applicable")
                .contains("<td class=\"not-applicable\">")
                .doesNotContain("What needs attention");
        assertThat(page("Set aside"))
                .containsSubsequence("Why it does not apply", "What was not claimed", UNCLAIMED.claim(), "quarantines");
        assertThat(page("Held")).doesNotContain("What was not claimed");
    }

    @Test
    void two_drills_of_one_system_compare_by_what_applies() {
        ResultComparison same = ResultComparison.of(drill(HELD, SWEPT), drill(HELD, SWEPT));
        ResultComparison nothing = ResultComparison.of(drill(SWEPT), drill(SWEPT));
        ResultComparison other = ResultComparison.of(
                drill(SWEPT),
                drill(SWEPT.toBuilder().verdict(Verdict.HELD).failure(null).build()));

        assertThat(same.proved()).isTrue();
        assertThat(same.different()).isFalse();
        assertThat(nothing.proved()).isFalse();
        assertThat(other.scenarios().get(0).differences())
                .containsExactly("verdict: not applicable in the first, held in the second");
    }

    @Test
    void a_part_in_which_nothing_applies_takes_nothing_from_the_whole() {
        Path one = shard("one", HELD);
        Path other = shard("other", SWEPT);

        assertThat(Reports.merge(List.of(one, other), folder.resolve("both")).verdict())
                .isEqualTo(Verdict.HELD);
        assertThat(Reports.merge(List.of(other), folder.resolve("neither")).verdict())
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private Path shard(String name, ScenarioResult scenario) {
        Reports.write(drill(scenario), folder.resolve(name));
        return folder.resolve(name);
    }

    private String page(String name) throws IOException {
        try (var pages = Files.list(folder.resolve("site/scenarios"))) {
            for (Path page : pages.toList()) {
                String text = Files.readString(page);
                if (text.contains("<h1>" + name + "</h1>")) {
                    return text;
                }
            }
        }
        throw new AssertionError("no page of " + name);
    }

    private static DrillResult drill(ScenarioResult... scenarios) {
        return DrillResult.builder("drill", Samples.START, Samples.environment())
                .verdict(DrillResult.worstOf(List.of(scenarios)))
                .planned(List.of(scenarios).stream().map(ScenarioResult::id).toList())
                .scenarios(List.of(scenarios))
                .build();
    }

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(NotApplicableTest.class.getResourceAsStream("result.schema.json"));
    }
}
