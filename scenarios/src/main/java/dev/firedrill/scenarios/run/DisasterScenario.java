package dev.firedrill.scenarios.run;

import dev.firedrill.faults.DatabasePitr;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.scenarios.plan.DisasterPhrase;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The disaster of a scenario: under which conditions it happens, and what is done with it. */
public final class DisasterScenario {
    private final CurrentRun run;
    private final CurrentOutcome outcome;
    private final ScenarioRecorder recorder;
    private UnaryOperator<DisasterPlan> conditions = UnaryOperator.identity();
    private Consumer<ScenarioRun> meanwhile = told -> {};
    private Consumer<DisasterPlan> way = this::strike;
    private boolean ofTheMatrix;

    public DisasterScenario(CurrentRun run, CurrentOutcome outcome, ScenarioRecorder recorder) {
        this.run = run;
        this.outcome = outcome;
        this.recorder = recorder;
    }

    /** The disaster is a cell of the skew matrix. */
    public void becomeCellOfTheMatrix() {
        ofTheMatrix = true;
    }

    /** Every disaster from now on is changed so, after what it was changed before. */
    public void under(UnaryOperator<DisasterPlan> condition) {
        UnaryOperator<DisasterPlan> before = conditions;
        conditions = plan -> condition.apply(before.apply(plan));
    }

    /** This happens when the stores are back and before the recovery is through. */
    public void meanwhile(Consumer<ScenarioRun> work) {
        meanwhile = work;
    }

    /** Every disaster from now on happens in another way than once, with a recovery and a judgement. */
    public void inAnotherWay(Consumer<DisasterPlan> other) {
        way = other;
    }

    /** Lets what a feature tells happen. */
    public void strike(DisasterPhrase phrase) {
        way.accept(
                conditions.apply(phrase.plan(() -> run.checkpoint().story().gitRepositories(), this::shownByTheCache)));
    }

    /** Lets a disaster happen and the recovery run, and judges what is there afterwards. */
    public void strike(DisasterPlan plan) {
        if (ofTheMatrix) {
            recorder.matrix(plan.cell());
        }
        ScenarioRun told = run.sparing(plan.replacedUnseen());
        DisasterRunner runner = new DisasterRunner(told, recorder);
        outcome.become(runner.strike(plan, () -> meanwhile.accept(told)), runner.bystanders());
    }

    private OffsetDateTime shownByTheCache(RecoveryPoint point) {
        return DatabasePitr.of(run.get().environment().database()).ofMarker(point);
    }
}
