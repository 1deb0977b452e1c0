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
        ScenarioRun run = fromTheEnd.sparing(Set.of());
        run.recovery().startOrchestrator(new CrashInjector(run, noted).undisturbed());
        run.recovery().settle(false);
        int before = run.journal().steps().size();
        run.workInBackground(request);
        run.awaitBackground();
        List<JournalStep> steps = run.journal().steps();
        List<JournalStep> own = steps.subList(before, steps.size()).stream()
                .filter(JournalStep::changes)
                .toList();
        return new Undisturbed(end(run, run.aftermath(), noted), CrashPoint.all(RecoveryStage.ORCHESTRATOR, own));
    }

    @Override
    public EndState interrupted(CrashPoint point, ScenarioRecorder noted) {
        ScenarioRun run = fromTheEnd.sparing(Set.of());
        CrashInjector interrupter = new CrashInjector(run, noted);
        run.recovery().startOrchestrator(interrupter.stopAt(point.step().name()));
        run.recovery().settle(false);
        run.workInBackground(request);
        run.journal().await(point.step().name());
        return end(run, aftermath(run, interrupter, point), noted);
    }

    private static PostDisasterState aftermath(ScenarioRun run, CrashInjector interrupter, CrashPoint point) {
        PostDisasterState[] seen = new PostDisasterState[1];
        Runnable look = () -> {
            run.awaitBackground();
            seen[0] = run.aftermath();
        };
        if (point.kills()) {
            run.system().kill();
            look.run();
            run.recovery().startOrchestrator();
        } else {
            interrupter.cut(point.cut().orElseThrow(), look);
        }
        return Optional.ofNullable(seen[0]).orElseThrow();
    }

    private EndState end(ScenarioRun run, PostDisasterState left, ScenarioRecorder noted) {
        run.recovery().settle(true);
        Observation after = run.observe();
        run.recovery().anotherPass();
        VerdictReporter verification = new VerdictReporter(noted, run, DisasterPlan.nothing());
        verification.judge(left, after, run.observe(), run.recoversSince(DisasterPlan.nothing(), left));
        return EndState.of(
                after,
                run.rescuedRevisions().stream()
                        .filter(revision -> !mayBeRescued.contains(revision.name()))
                        .toList());
    }
}
