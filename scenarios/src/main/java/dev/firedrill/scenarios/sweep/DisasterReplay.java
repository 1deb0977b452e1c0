package dev.firedrill.scenarios.sweep;

import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.SystemStatement.Removal;
import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.scenarios.assertion.EndState;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.plan.PostDisasterState;
import dev.firedrill.scenarios.recording.PhaseTimer;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.run.HistoryCheckpoint;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.scenarios.run.VerdictReporter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A disaster and the recovery from it. GitOps has applied everything before the orchestrator starts, so that the recovery
 * takes the same steps each time; that objects may come back later is told elsewhere.
 */
final class DisasterReplay implements Replay {
    private final HistoryCheckpoint fromTheEnd;
    private final DisasterPlan course;

    DisasterReplay(HistoryCheckpoint fromTheEnd, DisasterPlan course) {
        this.fromTheEnd = fromTheEnd;
        this.course = course;
    }

    @Override
    public Undisturbed undisturbed(ScenarioRecorder noted) {
        List<CrashPoint> points = new ArrayList<>();
        EndState end = replay(noted, Optional.empty(), points);
        return new Undisturbed(end, points);
    }

    @Override
    public EndState interrupted(CrashPoint point, ScenarioRecorder noted) {
        return replay(noted, Optional.of(point), new ArrayList<>());
    }

    private EndState replay(ScenarioRecorder noted, Optional<CrashPoint> point, List<CrashPoint> points) {
        ScenarioRun telling = fromTheEnd.sparing(course.unattended().replacedUnseen());
        CrashInjector interrupter = new CrashInjector(telling, noted);
        PhaseTimer phases = new PhaseTimer(noted, Instant.now());
        PostDisasterState aftermath = telling.strike(course, noted, phases);
        phases.measure("reconcile", "", "the stores are aligned", () -> {
            if (course.clusterIsLost()) {
                telling.recovery().installDefinitions();
                telling.recovery().applyAtOnce(telling.story().manifests(RecoveryPoint.DISASTER));
            }
            orchestrate(telling, interrupter, point);
            confirm(telling, interrupter, point, points);
            telling.recovery().settle(course.confirmation());
        });
        if (point.isEmpty()) {
            points.addAll(
                    0,
                    CrashPoint.all(RecoveryStage.ORCHESTRATOR, telling.journal().stepsThatMatter()));
        }
        return verify(telling, aftermath, noted, phases);
    }

    private static void orchestrate(ScenarioRun telling, CrashInjector interrupter, Optional<CrashPoint> point) {
        Optional<CrashPoint> here = in(RecoveryStage.ORCHESTRATOR, point);
        if (here.isPresent()) {
            interrupter.orchestrator(here.get());
        } else {
            telling.recovery().startOrchestrator(interrupter.undisturbed());
        }
    }

    private void confirm(
            ScenarioRun telling, CrashInjector interrupter, Optional<CrashPoint> point, List<CrashPoint> points) {
        telling.recovery().anotherPass();
        List<Removal> waiting = telling.recovery().awaiting();
        if (!course.confirmation() || waiting.isEmpty()) {
            return;
        }
        Optional<CrashPoint> here = in(RecoveryStage.CONFIRMATION, point);
        if (here.isPresent()) {
            interrupter.confirm(waiting, here.get());
        } else {
            points.addAll(CrashPoint.all(RecoveryStage.CONFIRMATION, interrupter.confirm(waiting)));
        }
    }

    private EndState verify(
            ScenarioRun telling, PostDisasterState aftermath, ScenarioRecorder noted, PhaseTimer phases) {
        VerdictReporter verification = new VerdictReporter(noted, telling, course);
        Observation after = telling.observe();
        telling.recovery().anotherPass();
        verification.judge(
                aftermath, after, telling.observe(), aftermath.stores().takenAt());
        verification.time(phases);
        return EndState.of(after, telling.rescuedRevisions());
    }

    private static Optional<CrashPoint> in(RecoveryStage stage, Optional<CrashPoint> point) {
        return point.filter(one -> one.stage() == stage);
    }
}
