package dev.firedrill.scenarios.run;

import dev.firedrill.environments.role.system.CrashPoints;
import dev.firedrill.scenarios.plan.RestartMoment;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import java.util.Optional;

/** An orchestrator that is killed, and a new one that starts on the same stores. */
public final class RestartScenario {
    private static final String KILLED = "the orchestrator is killed";

    private final CurrentRun run;
    private final CurrentOutcome outcome;
    private final ScenarioRecorder recorder;

    public RestartScenario(CurrentRun run, CurrentOutcome outcome, ScenarioRecorder recorder) {
        this.run = run;
        this.outcome = outcome;
        this.recorder = recorder;
    }

    /** Kills the orchestrator at a moment and starts a new one. */
    public void restart(RestartMoment moment) {
        ScenarioRun told = run.get();
        told.recovery().startAndSettle();
        if (moment == RestartMoment.SYNCHRONISING) {
            told.environment().endOrchestrator();
            told.recovery()
                    .startOrchestrator(told.claims().need(CrashPoints.class).stopAt("pass.started"));
            told.journal().await("pass.started");
        }
        restartAfter(KILLED, () -> {});
    }

    /** The new orchestrator pushes drafts to git, or does not, as the one before did not, or did. */
    public void restartPushingDrafts(boolean push) {
        run.get().recovery().startAndSettle();
        restartAfter(KILLED, () -> run.get().recovery().pushDrafts(push));
    }

    /** The orchestrator is killed between the two writes of an approval. */
    public void restartDuringApproval(String packageName) {
        ScenarioRun told = run.get();
        told.recovery().startOrchestrator(told.claims().need(CrashPoints.class).stopAt("approval.pushed"));
        told.recovery().settle(false);
        told.approveInTheBackground(packageName);
        told.journal().await("approval.pushed");
        restartAfter(KILLED + " while it approves " + packageName, told::awaitBackground);
    }

    private void restartAfter(String what, Runnable afterDeath) {
        outcome.become(new DisasterRunner(run.get(), recorder).restart(what, afterDeath), Optional.empty());
    }
}
