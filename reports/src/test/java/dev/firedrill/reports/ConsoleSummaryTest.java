package dev.firedrill.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.model.LossClass;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.CheckFinding;
import dev.firedrill.reports.result.DisasterReport;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.Loss;
import dev.firedrill.reports.result.LossItem;
import dev.firedrill.reports.result.RecoveryTimeObjective;
import dev.firedrill.reports.result.ScenarioResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleSummaryTest {
    private static final DrillResult FIVE =
            Samples.drill().toBuilder().scenarios(Samples.fiveDisasters()).build();

    @Test
    void at_eighty_columns_each_row_stands_under_its_scenario() {
        assertThat(new ConsoleSummary(80, false).table(FIVE)).startsWith("""
                        Judged: Firedrill orchestrator 0.1.0 (process)
                        scenario
                        disaster          D/P/Published/     lost
                        CP/git/cache      DelProposed +ph allowed forbidden    RPO    RTO verdict
                        """).contains("""
                        The cache is rewound behind git and a stale Draft stands in the way
                        ·/·/P1            5/3/5/2 +11           3         2  5m00s  5.8 s ✗ violated
                        """);
    }

    @Test
    void on_a_wide_terminal_the_scenario_has_a_column_of_its_own() {
        assertThat(new ConsoleSummary(132, false).table(FIVE))
                .contains(
                        "The package cache is lost and there is…  ·/·/lost              0/0/8/0 +11           17          0")
                .doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 80, 100, 127, 128, 200})
    void no_line_is_wider_than_the_terminal(int width) {
        ConsoleSummary summary = new ConsoleSummary(width, false);
        ScenarioResult wide = Samples.disaster("1", "災害".repeat(90), "@S")
                .failure("é".repeat(300))
                .verdict(Verdict.VIOLATED)
                .build();

        assertThat((summary.table(FIVE) + summary.line(wide)).lines())
                .allSatisfy(line -> assertThat(ConsoleText.columns(line)).isLessThanOrEqualTo(Math.max(80, width)));
    }

    @Test
    void a_drill_of_few_scenarios_tells_how_long_each_phase_took() {
        DrillResult one = Samples.drill().toBuilder()
                .scenarios(List.of(Samples.disaster("1", "Everything is lost", "@S")
                        .rto(new RecoveryTimeObjective(
                                null,
                                Duration.ofSeconds(9),
                                new TreeMap<>(Map.of(
                                        "detect", Duration.ofMillis(20),
                                        "reconcile", Duration.ofSeconds(7),
                                        "restore git", Duration.ofSeconds(2)))))
                        .build()))
                .build();
        assertThat(new ConsoleSummary(80, false).table(one)).contains("""
                RTO by phase
                Everything is lost
                    detect 20 ms, reconcile 7.0 s, restore git 2.0 s
                """);
    }

    @Test
    void a_line_tells_mark_name_loss_and_time() {
        assertThat(new ConsoleSummary(80, false).line(Samples.fiveDisasters().get(4)))
                .isEqualTo("✓ The package cache is lost and there is no ba…      17 lost as allowed    9.8 s");
    }

    @Test
    void a_line_of_a_scenario_that_did_not_hold_tells_why() {
        assertThat(new ConsoleSummary(80, false)
                        .line(Samples.fiveDisasters().get(2).toBuilder()
                                .loss(Loss.nothingCompared())
                                .build()))
                .contains("\n    a1 is Draft, but git holds its tag: rule 2 makes it Published.\n")
                .endsWith("\n      hint       the pass stopped at this row; see the journal at seq 212");
    }

    @Test
    void every_forbidden_outcome_is_counted_and_the_first_three_are_named() {
        List<LossItem> items = new ArrayList<>();
        for (LossClass lossClass : LossClass.values()) {
            items.add(new LossItem(lossClass.text(), lossClass, "was", "is", false, "rule of " + lossClass.text()));
        }
        ScenarioResult wrong = Samples.disaster("1", "Everything goes wrong", "@S")
                .verdict(Verdict.VIOLATED)
                .loss(Loss.of(0, items))
                .findings(List.of(new CheckFinding("no row is without files", "p", "p has no files")))
                .failure("expected 0/0/8/0 +11")
                .build();

        assertThat(new ConsoleSummary(80, false).line(wrong))
                .contains("9 forbidden")
                .endsWith(
                        "\n    lost-forbidden is lost: rule of lost-forbidden\n    mutated is mutated: rule of mutated"
                                + "\n    ghost is a ghost: rule of ghost")
                .doesNotContain("expected 0/0/8/0");
        assertThat(new ConsoleSummary(80, false)
                        .table(FIVE.toBuilder().scenarios(List.of(wrong)).build()))
                .contains("forbidden: 2 lost, 1 mutated, 1 ghosts, 1 resurrected, 1 reverted, 1 never acknowledged,"
                        + " 1 kept and not to be, 1 finding of a check");
    }

    @Test
    void the_rule_of_an_object_is_never_cut_off() {
        String rule = "the rules want it Published v1 (rule 2: what git holds is published, whatever the cache says)";
        ScenarioResult wrong = Samples.disaster("1", "Wrong", "@S")
                .verdict(Verdict.VIOLATED)
                .loss(Loss.of(0, List.of(new LossItem("災害", LossClass.MUTATED, "", "", false, rule))))
                .build();

        assertThat(new ConsoleSummary(80, false).line(wrong).lines())
                .allSatisfy(line -> assertThat(ConsoleText.columns(line)).isLessThanOrEqualTo(80));
        assertThat(new ConsoleSummary(80, false).line(wrong).replaceAll("\\s+", " "))
                .contains("災害 is mutated: " + rule);
    }

    @Test
    void of_what_was_never_compared_no_loss_is_said() {
        ScenarioResult spared = ScenarioResult.builder("1", "F", "An obstacle")
                .verdict(Verdict.HELD)
                .disaster(new DisasterReport("intact", "intact", "intact", List.of("the git server cannot be reached")))
                .build();

        assertThat(new ConsoleSummary(100, false).line(spared))
                .contains("nothing compared")
                .doesNotContain("lost");
        assertThat(new ConsoleSummary(160, false)
                        .table(FIVE.toBuilder().scenarios(List.of(spared)).build()))
                .contains("the git server cann")
                .doesNotContain("intact");
    }

    @Test
    void what_is_indented_below_a_reason_belongs_to_it() {
        ScenarioResult told = Samples.disaster("1", "History 7", "@random")
                .failure("seed 0, history 7:\n  CREATE a\n  then: git lost\na is gone")
                .verdict(Verdict.VIOLATED)
                .build();

        assertThat(new ConsoleSummary(80, false).line(told))
                .endsWith("\n    seed 0, history 7:\n      CREATE a\n      then: git lost");
    }

    @Test
    void colour_is_used_only_when_it_is_asked_for() {
        assertThat(new ConsoleSummary(80, true).table(FIVE)).contains("\u001b[31;1m✗ violated\u001b[0m");
        assertThat(new ConsoleSummary(80, false).table(FIVE)).doesNotContain("\u001b");
    }

    @Test
    void a_name_cannot_steer_the_terminal() {
        ScenarioResult evil =
                Samples.disaster("1", "\u001b[2Jgone\r\u202Eevil", "@S").build();

        assertThat(new ConsoleSummary(80, false).line(evil)).doesNotContain("\u001b", "\r", "\u202E");
    }

    @Test
    void wide_and_combining_characters_are_measured_as_they_are_shown() {
        assertThat(ConsoleText.columns("災害")).isEqualTo(4);
        assertThat(ConsoleText.columns("e\u0301")).isEqualTo(1);
        assertThat(ConsoleText.columns(ConsoleText.fit("災害災害", 5))).isEqualTo(5);
    }

    @Test
    void the_drills_verdict_stands_at_the_end() {
        assertThat(new ConsoleSummary(80, false).table(FIVE)).endsWith("""
                        ✗ violated: 4 of 6 scenarios held; forbidden: 1 lost, 1 reverted
                          R1/published-then-deleted v2 is lost: rule 2: git holds the tag
                          R1/published-after-the-backup v1 is reverted: rule 2: git holds the tag
                        """);
        assertThat(new ConsoleSummary(80, false)
                        .table(FIVE.toBuilder().scenarios(List.of()).build()))
                .endsWith("0 of 0 scenarios held\n");
    }
}
