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
    private final DisasterPlan plan;

    DisasterReplay(HistoryCheckpoint fromTheEnd, DisasterPlan plan) {
        this.fromTheEnd = fromTheEnd;
        this.plan = plan;
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
        ScenarioRun run = fromTheEnd.sparing(plan.unattended().replacedUnseen());
        CrashInjector interrupter = new CrashInjector(run, noted);
        PhaseTimer phases = new PhaseTimer(noted, Instant.now());
        PostDisasterState left = run.strike(plan, noted, phases);
        phases.measure("reconcile", "", "the stores are aligned", () -> {
            if (plan.clusterIsLost()) {
                run.recovery().installDefinitions();
                run.recovery().applyAtOnce(run.story().manifests(RecoveryPoint.DISASTER));
            }
            orchestrate(run, interrupter, point);
            confirm(run, interrupter, point, points);
            run.recovery().settle(plan.confirmation());
        });
        if (point.isEmpty()) {
            points.addAll(
                    0, CrashPoint.all(RecoveryStage.ORCHESTRATOR, run.journal().stepsThatMatter()));
        }
        return verify(run, left, noted, phases);
    }

    private static void orchestrate(ScenarioRun run, CrashInjector interrupter, Optional<CrashPoint> point) {
        Optional<CrashPoint> here = in(RecoveryStage.ORCHESTRATOR, point);
        if (here.isPresent()) {
            interrupter.orchestrator(here.get());
        } else {
            run.recovery().startOrchestrator(interrupter.undisturbed());
        }
    }

    private void confirm(
            ScenarioRun run, CrashInjector interrupter, Optional<CrashPoint> point, List<CrashPoint> points) {
        run.recovery().anotherPass();
        List<Removal> waiting = run.recovery().awaiting();
        if (!plan.confirmation() || waiting.isEmpty()) {
            return;
        }
        Optional<CrashPoint> here = in(RecoveryStage.CONFIRMATION, point);
        if (here.isPresent()) {
            interrupter.confirm(waiting, here.get());
        } else {
            points.addAll(CrashPoint.all(RecoveryStage.CONFIRMATION, interrupter.confirm(waiting)));
        }
    }

    private EndState verify(ScenarioRun run, PostDisasterState left, ScenarioRecorder noted, PhaseTimer phases) {
        VerdictReporter verification = new VerdictReporter(noted, run, plan);
        Observation after = run.observe();
        run.recovery().anotherPass();
        verification.judge(left, after, run.observe(), left.stores().takenAt());
        verification.time(phases);
        return EndState.of(after, run.rescuedRevisions());
    }

    private static Optional<CrashPoint> in(RecoveryStage stage, Optional<CrashPoint> point) {
        return point.filter(one -> one.stage() == stage);
    }
}
