package dev.firedrill.scenarios.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.model.LossClass;
import dev.firedrill.model.Store;
import dev.firedrill.model.Verdict;
import dev.firedrill.model.Witness;
import dev.firedrill.reports.JournalEvent;
import dev.firedrill.reports.result.CheckFinding;
import dev.firedrill.reports.result.DisasterReport;
import dev.firedrill.reports.result.Loss;
import dev.firedrill.reports.result.LossItem;
import dev.firedrill.reports.result.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioRecorderTest {
    private static final DisasterReport LOST = new DisasterReport("lost", "intact", "restored to P1");

    private final List<JournalEvent> journal = new ArrayList<>();
    private final ScenarioRecorder recorder = new ScenarioRecorder();

    @Test
    void everything_is_in_the_journal_when_it_is_found_and_not_when_the_scenario_ends() {
        recorder.tell("features/a.feature#A", journal::add);

        recorder.planned(LOST.controlPlane(), LOST.git(), LOST.database());
        assertThat(kinds()).containsExactly("planned");
        recorder.begins("restore git", "git", "git is lost");
        recorder.befell(Store.CONTROL_PLANE);
        recorder.witness(new Witness("the control plane is lost", "it has another UID"));
        recorder.judge(Verdict.VIOLATED, "p is gone");
        recorder.finding(new CheckFinding("no orphans", "p", "p has no owner"));
        recorder.loss(Loss.of(
                1, List.of(new LossItem("p", LossClass.LOST_FORBIDDEN, "Published", "absent", false, "rule 2"))));

        assertThat(kinds())
                .containsExactly("planned", "restore git", "disaster", "witness", "judgement", "finding", "forbidden");
        assertThat(journal).allSatisfy(event -> assertThat(event.scenario()).isEqualTo("features/a.feature#A"));
    }

    @Test
    void a_store_is_lost_only_when_it_is() {
        recorder.planned(LOST.controlPlane(), LOST.git(), LOST.database());

        assertThat(result().disaster())
                .isEqualTo(new DisasterReport(
                        "intact; planned was: lost", "intact", "intact; planned was: restored to P1"));

        recorder.befell(Store.CONTROL_PLANE);
        recorder.done("the orchestrator is killed");

        assertThat(result().disaster())
                .isEqualTo(new DisasterReport(
                        "lost",
                        "intact",
                        "intact; planned was: restored to P1",
                        List.of("the orchestrator is killed")));
    }

    private ScenarioResult result() {
        return recorder.addTo(ScenarioResult.builder("features/a.feature#A", "F", "A"))
                .build();
    }

    private List<String> kinds() {
        return journal.stream().map(JournalEvent::kind).toList();
    }
}
