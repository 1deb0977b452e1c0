package dev.firedrill.scenarios.sweep;

import dev.firedrill.environments.role.system.JournalStep;
import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.scenarios.assertion.EndState;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.plan.PostDisasterState;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.run.HistoryCheckpoint;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.scenarios.run.VerdictReporter;
import dev.firedrill.workload.history.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A request of a user that changes git and the package cache, one after the other. */
final class RequestReplay implements Replay {
    private final HistoryCheckpoint fromTheEnd;
    private final Consumer<Workload> request;
    private final Set<String> mayBeRescued;

    /**
     * @param mayBeRescued names of package revisions of which alignment may put a copy aside when the request is interrupted:
     *     it takes out what git no longer has, and cannot know that a user wanted it gone
     */
    RequestReplay(HistoryCheckpoint fromTheEnd, Consumer<Workload> request, Set<String> mayBeRescued) {
        this.fromTheEnd = fromTheEnd;
        this.request = request;
        this.mayBeRescued = Set.copyOf(mayBeRescued);
    }

    @Override
    public Undisturbed undisturbed(ScenarioRecorder noted) {
        ScenarioRun telling = fromTheEnd.sparing(Set.of());
        telling.recovery().startOrchestrator(new CrashInjector(telling, noted).undisturbed());
        telling.recovery().settle(false);
        int before = telling.journal().steps().size();
        telling.workInBackground(request);
        telling.awaitBackground();
        List<JournalStep> steps = telling.journal().steps();
        List<JournalStep> own = steps.subList(before, steps.size()).stream()
                .filter(JournalStep::changes)
                .toList();
        return new Undisturbed(
                end(telling, telling.aftermath(), noted), CrashPoint.all(RecoveryStage.ORCHESTRATOR, own));
    }

    @Override
    public EndState interrupted(CrashPoint point, ScenarioRecorder noted) {
        ScenarioRun telling = fromTheEnd.sparing(Set.of());
        CrashInjector interrupter = new CrashInjector(telling, noted);
        telling.recovery().startOrchestrator(interrupter.stopAt(point.step().name()));
        telling.recovery().settle(false);
        telling.workInBackground(request);
        telling.journal().await(point.step().name());
        return end(telling, aftermath(telling, interrupter, point), noted);
    }

    private static PostDisasterState aftermath(ScenarioRun telling, CrashInjector interrupter, CrashPoint point) {
        PostDisasterState[] seen = new PostDisasterState[1];
        Runnable look = () -> {
            telling.awaitBackground();
            seen[0] = telling.aftermath();
        };
        if (point.kills()) {
            telling.system().kill();
            look.run();
            telling.recovery().startOrchestrator();
        } else {
            interrupter.cut(point.cut().orElseThrow(), look);
        }
        return Optional.ofNullable(seen[0]).orElseThrow();
    }

    private EndState end(ScenarioRun telling, PostDisasterState aftermath, ScenarioRecorder noted) {
        telling.recovery().settle(true);
        Observation after = telling.observe();
        telling.recovery().anotherPass();
        VerdictReporter verification = new VerdictReporter(noted, telling, DisasterPlan.nothing());
        verification.judge(
                aftermath, after, telling.observe(), telling.recoversSince(DisasterPlan.nothing(), aftermath));
        return EndState.of(
                after,
                telling.rescuedRevisions().stream()
                        .filter(revision -> !mayBeRescued.contains(revision.name()))
                        .toList());
    }
}
