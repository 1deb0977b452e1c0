package dev.firedrill.reports.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.model.Fate;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.Samples;
import dev.firedrill.reports.result.MatrixCell;
import dev.firedrill.reports.result.ScenarioResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatmapTest {
    @Test
    void the_whole_matrix_is_four_grids_of_sixteen_cells() {
        Heatmap heatmap = heatmap(Samples.drill().scenarios());

        assertThat(heatmap.grids()).hasSize(4);
        assertThat(heatmap.cells()).hasSize(64);
        assertThat(heatmap.count("absent")).isZero();
        assertThat(heatmap.count("forbidden")).isEqualTo(1);
        assertThat(heatmap.count("inconclusive")).isEqualTo(1);
    }

    @Test
    void a_cell_lies_where_its_fates_say() {
        MatrixCell place = MatrixCell.of(Fate.intact(), Fate.restored(RecoveryPoint.P1), Fate.lost());

        Heatmap.Grid grid = heatmap(List.of(cell(place, Verdict.HELD))).grids().get(0);

        assertThat(grid.lines().get(2).cells().get(3).state()).isEqualTo("held");
    }

    @Test
    void the_short_name_of_a_recovery_point_is_understood() {
        Heatmap heatmap = heatmap(List.of(cell(new MatrixCell("P1", "P2", "intact"), Verdict.HELD)));

        assertThat(heatmap.grids().get(2).lines().get(1).cells().get(0).state()).isEqualTo("held");
    }

    @Test
    void of_several_scenarios_in_one_cell_the_worst_is_shown() {
        MatrixCell place = new MatrixCell("lost", "lost", "lost");

        Heatmap heatmap = heatmap(List.of(cell(place, Verdict.VIOLATED), cell(place, Verdict.HELD)));

        assertThat(heatmap.count("forbidden")).isEqualTo(1);
        assertThat(heatmap.count("held")).isZero();
    }

    @Test
    void a_fate_that_the_matrix_does_not_know_gets_a_line_of_its_own() {
        Heatmap heatmap = heatmap(List.of(cell(new MatrixCell("intact", "unreachable", "intact"), Verdict.HELD)));

        assertThat(heatmap.grids().get(0).lines())
                .extracting(Heatmap.Line::git)
                .containsExactly("intact", "restored to P2", "restored to P1", "lost", "unreachable");
    }

    private static Heatmap heatmap(List<ScenarioResult> scenarios) {
        return Heatmap.of(scenarios, PageNames.of(scenarios));
    }

    private static ScenarioResult cell(MatrixCell place, Verdict verdict) {
        return ScenarioResult.builder("f:" + place, "F", "f")
                .matrix(place)
                .verdict(verdict)
                .build();
    }
}
