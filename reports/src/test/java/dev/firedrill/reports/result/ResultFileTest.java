package dev.firedrill.reports.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.model.LossClass;
import dev.firedrill.model.Product;
import dev.firedrill.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultFileTest {
    private static final Instant START = Instant.parse("2026-11-21T03:00:00Z");

    @Test
    void what_is_written_is_read_back_the_same() {
        DrillResult result = drill(full());

        assertThat(ResultFile.parse(ResultFile.text(result), "test")).isEqualTo(result);
    }

    @Test
    void what_was_never_measured_is_read_back_the_same() {
        DrillResult result =
                drill(ScenarioResult.builder("features/a.feature:3", "A", "a").build());

        assertThat(ResultFile.parse(ResultFile.text(result), "test")).isEqualTo(result);
    }

    @Test
    void keys_stand_in_the_order_of_the_contract() {
        assertThat(keys(ResultFile.tree(drill(full()))))
                .startsWith("schema", "drill", "startedAt", "seed", "verdict", "environment");
        assertThat(keys(ResultFile.tree(drill(full())).at("/scenarios/0")))
                .startsWith(
                        "id",
                        "feature",
                        "rule",
                        "name",
                        "tags",
                        "verdict",
                        "disaster",
                        "counts",
                        "loss",
                        "findings",
                        "rpo")
                .containsSubsequence("rpo", "rto", "witnesses", "failure");
    }

    @Test
    void times_are_utc_and_durations_are_iso() {
        String text = ResultFile.text(drill(full()));

        assertThat(text).contains("\"startedAt\" : \"2026-11-21T03:00:00Z\"", "\"promised\" : \"PT30S\"");
    }

    @Test
    void verdicts_and_loss_classes_are_written_as_the_reports_name_them() {
        String text = ResultFile.text(drill(full()));

        assertThat(text).contains("\"verdict\" : \"held\"", "\"class\" : \"lost-allowed\"", "\"Draft\" : 4");
    }

    @Test
    void another_schema_is_refused_in_a_sentence() {
        String text = ResultFile.text(drill(full())).replace("\"schema\" : 3", "\"schema\" : 1");

        assertThatThrownBy(() -> ResultFile.parse(text, "old/result.json"))
                .isInstanceOf(UnreadableResult.class)
                .hasMessageContaining("old/result.json has schema 1");
    }

    @Test
    void a_damaged_file_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> ResultFile.parse("{\"schema\": 2, ", "x/result.json"))
                .isInstanceOf(UnreadableResult.class)
                .hasMessageStartingWith("x/result.json is not JSON");
        assertThatThrownBy(() -> ResultFile.parse("{\"schema\": 2}", "x/result.json"))
                .isInstanceOf(UnreadableResult.class)
                .hasMessageStartingWith("x/result.json is not a drill result");
    }

    @Test
    void keys_of_a_later_version_are_passed_over() {
        String text = ResultFile.text(drill(full())).replace("\"seed\" : 7,", "\"seed\" : 7, \"weather\" : \"fine\",");

        assertThat(ResultFile.parse(text, "test")).isEqualTo(drill(full()));
    }

    private static List<String> keys(JsonNode node) {
        return node.propertyStream().map(Map.Entry::getKey).toList();
    }

    private static DrillResult drill(ScenarioResult scenario) {
        Product product = new Product("embedded", "PostgreSQL", "17.11", true);
        return DrillResult.builder("d1", START, new EnvironmentReport(product, product, product, product, product))
                .seed(7)
                .verdict(scenario.verdict())
                .versions(Map.of("java", "17"))
                .planned(List.of(scenario.id()))
                .mutants(MutantReports.of(List.of(new MutantReport("tags-dropped", "loses tags", true))))
                .scenarios(List.of(scenario))
                .build();
    }

    private static ScenarioResult full() {
        Map<String, Duration> phases = new LinkedHashMap<>();
        phases.put("detect", Duration.ofMillis(20));
        phases.put("reconcile", Duration.ofSeconds(2));
        return ScenarioResult.builder("features/a.feature:3", "A", "a")
                .rule("r")
                .tags(List.of("@S05"))
                .verdict(Verdict.HELD)
                .disaster(new DisasterReport("lost", "intact", "restored to P1"))
                .counts(new Counts(4, 3, 6, 2, 11))
                .loss(Loss.of(9, List.of(new LossItem("o", LossClass.LOST_ALLOWED, "Draft", "absent", true, "rule 2"))))
                .rpo(new RecoveryPointObjective(Duration.ofSeconds(30), null, Duration.ofSeconds(3), null, null, null))
                .rto(new RecoveryTimeObjective(Duration.ofMinutes(1), Duration.ofSeconds(3), phases))
                .witnesses(List.of(new WitnessReport("the cache is gone", "no table answers", START)))
                .steps(List.of(new StepResult("Given ", "x", StepStatus.PASSED, Duration.ofMillis(1), null)))
                .timeline(List.of(new TimelineEntry(START, "detect", "git", "seen", null)))
                .matrix(new MatrixCell("lost", "intact", "restored to P1"))
                .crashPoints(new CrashPointCount(12, 12))
                .evidence(List.of(new Evidence("evidence/a.log", "log", null)))
                .build();
    }
}
