package dev.firedrill.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.model.Product;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.DrillResultBuilder;
import dev.firedrill.reports.result.EnvironmentReport;
import dev.firedrill.reports.result.Evidence;
import dev.firedrill.reports.result.MutantReport;
import dev.firedrill.reports.result.MutantReports;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.reports.result.UnreadableResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultMergeTest {
    @TempDir
    Path folder;

    @Test
    void every_planned_scenario_is_there_once_in_the_order_of_the_plan() {
        Path one = shard("one", drill("a", "b", "c").scenarios(List.of(scenario("c", Verdict.HELD))));
        Path two = shard("two", drill("a", "b", "c").scenarios(held("a", "b")));

        DrillResult merged = merge(one, two);

        assertThat(merged.scenarios()).extracting(ScenarioResult::id).containsExactly("a", "b", "c");
        assertThat(merged.verdict()).isEqualTo(Verdict.HELD);
        assertThat(merged.notes()).isEmpty();
    }

    @Test
    void a_planned_scenario_that_no_part_holds_is_inconclusive_with_the_reason() {
        DrillResult merged = merge(shard("one", drill("a", "b").scenarios(held("a"))));

        assertThat(merged.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(merged.scenarios().get(1).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(merged.scenarios().get(1).failure()).contains("no part holds a result", "one");
    }

    @Test
    void of_a_scenario_that_ran_twice_the_worst_verdict_wins_and_is_named() {
        Path one = shard("one", drill("a").scenarios(List.of(scenario("a", Verdict.VIOLATED))));
        Path two = shard("two", drill("a").scenarios(held("a")));

        DrillResult merged = merge(one, two);

        assertThat(merged.scenarios()).extracting(ScenarioResult::verdict).containsExactly(Verdict.VIOLATED);
        assertThat(merged.scenarios().get(0).failure()).contains("violated in one, held in two");
        assertThat(merged.notes()).hasSize(1);
    }

    @Test
    void a_scenario_that_held_twice_holds() {
        DrillResult merged = merge(
                shard("one", drill("a").scenarios(held("a"))),
                shard("two", drill("a").scenarios(held("a"))));

        assertThat(merged.verdict()).isEqualTo(Verdict.HELD);
        assertThat(merged.scenarios().get(0).failure()).isNull();
    }

    @Test
    void a_violation_that_only_the_part_knows_of_is_not_forgotten() {
        Path one = shard("one", drill("a").scenarios(held("a")));
        Reports.write(drill("a").scenarios(held("a")).verdict(Verdict.VIOLATED).build(), one);

        assertThat(merge(one).verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void a_mutant_that_got_away_in_one_part_got_away() {
        Path one = shard("one", drill("a").scenarios(held("a")).mutants(mutants(true)));
        Path two = shard("two", drill("b").scenarios(held("b")).mutants(mutants(false)));

        assertThat(merge(one, two).mutants()).isEqualTo(mutants(false));
    }

    @Test
    void parts_of_different_environments_are_refused() {
        Product other = new Product("containers", "Gitea", "1.24", true);
        EnvironmentReport ours = Samples.environment();
        EnvironmentReport theirs =
                new EnvironmentReport(ours.controlPlane(), other, ours.database(), ours.links(), ours.system());
        Path one = shard("one", drill("a"));
        Path two = shard("two", DrillResult.builder("d", Samples.START, theirs));

        assertThatThrownBy(() -> merge(one, two))
                .isInstanceOf(ShardsDoNotMatch.class)
                .hasMessageContaining("git was git smart HTTP", "in one but Gitea 1.24 (containers) in two");
    }

    @Test
    void parts_of_another_schema_are_refused() throws IOException {
        Path one = shard("one", drill("a"));
        Files.writeString(one.resolve("result.json"), "{\"schema\": 9}");

        assertThatThrownBy(() -> merge(one))
                .isInstanceOf(UnreadableResult.class)
                .hasMessageContaining("schema 9");
    }

    @Test
    void a_folder_without_a_result_is_refused_and_nothing_at_all_is_refused() {
        assertThatThrownBy(() -> merge(folder.resolve("nowhere"))).isInstanceOf(UnreadableResult.class);
        assertThatThrownBy(() -> merge()).isInstanceOf(ShardsDoNotMatch.class);
        assertThat(folder.resolve("merged")).doesNotExist();
    }

    @Test
    void journals_are_merged_in_the_order_of_time_and_torn_lines_stay_in_place() throws IOException {
        Path one = shard("one", drill("a"));
        Path two = shard("two", drill("b"));
        Files.writeString(one.resolve("journal.ndjson"), line("03:00:01Z") + line("03:00:03.5Z") + "{\"torn");
        Files.writeString(two.resolve("journal.ndjson"), line("03:00:02Z") + line("03:00:04Z"));

        merge(one, two);

        assertThat(Files.readString(folder.resolve("merged/journal.ndjson")))
                .isEqualTo(
                        line("03:00:01Z") + line("03:00:02Z") + line("03:00:03.5Z") + "{\"torn\n" + line("03:00:04Z"));
    }

    @Test
    void files_of_one_name_do_not_overwrite_each_other() throws IOException {
        Path one = shard("one", drill("a").scenarios(List.of(withEvidence("a"))));
        Path two = shard("two", drill("b").scenarios(List.of(withEvidence("b"))));
        write(one, "one");
        write(two, "two");

        DrillResult merged = merge(one, two);

        assertThat(folder.resolve("merged/allure-results/x.json")).hasContent("one");
        assertThat(folder.resolve("merged/allure-results/two-x.json")).hasContent("two");
        assertThat(folder.resolve(
                        "merged/" + merged.scenarios().get(1).evidence().get(0).path()))
                .hasContent("two");
    }

    @Test
    void a_folder_can_be_rendered_in_its_own_place() throws IOException {
        Path one = shard("one", drill("a").scenarios(held("a")));
        Files.writeString(one.resolve("journal.ndjson"), line("03:00:01Z"));

        Reports.merge(List.of(one), one);
        DrillResult again = Reports.merge(List.of(one), one);

        assertThat(again.verdict()).isEqualTo(Verdict.HELD);
        assertThat(one.resolve("journal.ndjson")).hasContent(line("03:00:01Z"));
    }

    private DrillResult merge(Path... outs) {
        return Reports.merge(List.of(outs), folder.resolve("merged"));
    }

    private Path shard(String name, DrillResultBuilder drill) {
        DrillResult result = drill.build();
        Verdict verdict = DrillResult.worstOf(result.scenarios());
        Reports.write(result.toBuilder().verdict(verdict).build(), folder.resolve(name));
        return folder.resolve(name);
    }

    private static DrillResultBuilder drill(String... planned) {
        return DrillResult.builder("d", Samples.START, Samples.environment()).planned(List.of(planned));
    }

    private static List<ScenarioResult> held(String... ids) {
        return List.of(ids).stream().map(id -> scenario(id, Verdict.HELD)).toList();
    }

    private static ScenarioResult scenario(String id, Verdict verdict) {
        return ScenarioResult.builder(id, "F", id)
                .verdict(verdict)
                .failure(verdict == Verdict.HELD ? null : "broken")
                .build();
    }

    private static ScenarioResult withEvidence(String id) {
        return scenario(id, Verdict.HELD).toBuilder()
                .evidence(List.of(new Evidence("evidence/x.log", "log", null)))
                .build();
    }

    private static MutantReports mutants(boolean killed) {
        return MutantReports.of(List.of(new MutantReport("tags-dropped", "drops tags", killed)));
    }

    private static String line(String time) {
        return "{\"at\":\"2026-11-21T" + time + "\"}\n";
    }

    private static void write(Path shard, String text) throws IOException {
        for (String file : List.of("allure-results/x.json", "evidence/x.log")) {
            Files.createDirectories(shard.resolve(file).getParent());
            Files.writeString(shard.resolve(file), text);
        }
    }
}
