package dev.firedrill.reports;

import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.Counts;
import dev.firedrill.reports.result.DisasterReport;
import dev.firedrill.reports.result.Loss;
import dev.firedrill.reports.result.MatrixCell;
import dev.firedrill.reports.result.RecoveryPointObjective;
import dev.firedrill.reports.result.RecoveryTimeObjective;
import dev.firedrill.reports.result.ScenarioResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The 64 cells of the skew matrix, one of them violated and one inconclusive. */
final class MatrixSamples {
    private static final List<String> FATES = List.of("intact", "restored to P2", "restored to P1", "lost");

    private MatrixSamples() {}

    static List<ScenarioResult> cells() {
        List<ScenarioResult> cells = new ArrayList<>();
        for (String controlPlane : FATES) {
            for (String git : FATES) {
                for (String database : FATES) {
                    cells.add(cell(new MatrixCell(controlPlane, git, database), cells.size()));
                }
            }
        }
        return cells;
    }

    private static ScenarioResult cell(MatrixCell cell, int index) {
        int lost = 3 * FATES.indexOf(cell.git()) + 4 * FATES.indexOf(cell.database());
        Verdict verdict = index == 22 ? Verdict.VIOLATED : index == 41 ? Verdict.INCONCLUSIVE : Verdict.HELD;
        return ScenarioResult.builder(
                        "features/matrix/skew.feature:" + (20 + index),
                        "Stores restored to different times",
                        "control plane " + cell.controlPlane() + ", git " + cell.git() + ", cache " + cell.database())
                .rule("The five rules decide every combination")
                .tags(List.of("@matrix"))
                .verdict(verdict)
                .failure(verdict == Verdict.HELD ? null : "R1/edge v2 is gone, although git holds it.")
                .disaster(new DisasterReport(cell.controlPlane(), cell.git(), cell.database()))
                .counts(new Counts(4, 3, 6, 2, 11))
                .loss(verdict == Verdict.INCONCLUSIVE ? Loss.nothingCompared() : Samples.allowed(26 - lost, lost))
                .rpo(new RecoveryPointObjective(
                        Duration.ofMinutes(5), null, Duration.ofSeconds(lost), null, null, null))
                .rto(new RecoveryTimeObjective(Duration.ofSeconds(30), Duration.ofMillis(900 + 40L * index), Map.of()))
                .matrix(cell)
                .build();
    }
}
