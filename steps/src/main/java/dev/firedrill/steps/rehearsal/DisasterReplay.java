package dev.firedrill.steps.rehearsal;

import dev.firedrill.fixtures.observe.Observation;
import dev.firedrill.fixtures.porch.OrchestratorStatus;
import dev.firedrill.steps.drill.ScenarioFindings;
import dev.firedrill.vocabulary.RecoveryPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A disaster and the recovery from it. GitOps has applied everything before the orchestrator starts, so that the recovery
 * takes the same steps each time; that objects may come back later is told elsewhere.
 */
final class DisasterReplay implements Replay {
    private final FromTheEnd fromTheEnd;
    private final Course course;

    DisasterReplay(FromTheEnd fromTheEnd, Course course) {
        this.fromTheEnd = fromTheEnd;
        this.course = course;
    }

    @Override
    public Undisturbed undisturbed(ScenarioFindings noted) {
        List<CrashPoint> points = new ArrayList<>();
        EndState end = replay(noted, Optional.empty(), points);
        return new Undisturbed(end, points);
    }

    @Override
    public EndState interrupted(CrashPoint point, ScenarioFindings noted) {
        return replay(noted, Optional.of(point), new ArrayList<>());
    }

    private EndState replay(ScenarioFindings noted, Optional<CrashPoint> point, List<CrashPoint> points) {
        Telling telling = fromTheEnd.sparing(course.unattended().replacedUnseen());
        Phases phases = new Phases(noted, Instant.now());
        Aftermath aftermath = telling.strike(course, noted, phases);
        Interrupter interrupter = new Interrupter(telling, noted);
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

    private static void orchestrate(Telling telling, Interrupter interrupter, Optional<CrashPoint> point) {
        Optional<CrashPoint> here = in(RecoveryStage.ORCHESTRATOR, point);
        if (here.isPresent()) {
            interrupter.orchestrator(here.get());
        } else {
            telling.recovery().startOrchestrator(Interrupter.undisturbed());
        }
    }

    private void confirm(
            Telling telling, Interrupter interrupter, Optional<CrashPoint> point, List<CrashPoint> points) {
        OrchestratorStatus status = telling.recovery().anotherPass();
        if (!course.confirmation() || status.awaitingConfirmation().isEmpty()) {
            return;
        }
        Optional<CrashPoint> here = in(RecoveryStage.CONFIRMATION, point);
        if (here.isPresent()) {
            interrupter.confirm(status, here.get());
        } else {
            points.addAll(CrashPoint.all(RecoveryStage.CONFIRMATION, interrupter.confirm(status)));
        }
    }

    private EndState verify(Telling telling, Aftermath aftermath, ScenarioFindings noted, Phases phases) {
        Verification verification = new Verification(noted, telling, course);
        Observation after = telling.observe();
        telling.recovery().anotherPass();
        verification.judge(
                aftermath, after, telling.observe(), aftermath.stores().takenAt());
        verification.time(phases);
        return EndState.of(after, telling.rescueShelf().revisions());
    }

    private static Optional<CrashPoint> in(RecoveryStage stage, Optional<CrashPoint> point) {
        return point.filter(one -> one.stage() == stage);
    }
}
