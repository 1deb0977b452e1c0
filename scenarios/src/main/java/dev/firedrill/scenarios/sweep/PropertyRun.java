package dev.firedrill.scenarios.sweep;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Seed;
import dev.firedrill.model.Verdict;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.recording.DrillRecord;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.run.HistoryTrial;
import dev.firedrill.scenarios.testbed.TestbedPool;
import dev.firedrill.workload.random.RandomHistory;
import dev.firedrill.workload.random.Shrinker;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Random histories, told on real stores. One that does not hold is told again in as few steps as can be found: first without
 * stores, which costs nothing, and where only real stores show the mistake, on those.
 */
public final class PropertyRun {
    private final TestbedPool testbeds;
    private final DrillOptions options;
    private final DrillRecord record;
    private final ScenarioRecorder recorder;
    private final ShrinkBudget budget;
    private final PlannerCheck planner;
    private Optional<RandomHistory> drawn = Optional.empty();
    private String number = "";
    private int tries;

    public PropertyRun(
            TestbedPool testbeds,
            DrillOptions options,
            DrillRecord record,
            ScenarioRecorder recorder,
            ShrinkBudget budget,
            PlannerCheck planner) {
        this.testbeds = testbeds;
        this.options = options;
        this.record = record;
        this.recorder = recorder;
        this.budget = budget;
        this.planner = planner;
    }

    /** Draws a history and its disaster; the same ones whenever the drill's seed is the same. */
    public void draw(int which) {
        RandomHistory history = RandomHistory.briefOf(
                new Seed(options.seed()).derive("history", which).value());
        number = String.valueOf(which);
        drawn = Optional.of(history);
        recorder.event(
                Instant.now(), "history", "", history.steps().size() + " steps, then: " + history.disaster(), null);
    }

    /** Lets the history happen, then its disaster and the recovery, and judges. */
    public void happen() {
        try (HistoryTrial trial = trial(recorder)) {
            boolean toTheEnd = false;
            try {
                attempt(trial, history(), recorder);
                toTheEnd = true;
            } finally {
                if (!toTheEnd || recorder.verdict() != Verdict.HELD) {
                    trial.keepEvidence("history-" + number);
                }
            }
        }
    }

    /**
     * What happened is what the rules demand.
     *
     * @throws AssertionError when it is not, with seed and history in as few steps as were found
     */
    public void endedAsDemanded() {
        if (recorder.verdict() == Verdict.VIOLATED) {
            RandomHistory shortest = shortest();
            throw new AssertionError("seed " + options.seed() + ", history " + number + ", "
                    + history().steps().size() + " steps, of which "
                    + shortest.steps().size()
                    + " are told here:\n" + shortest.told());
        }
    }

    private RandomHistory shortest() {
        if (failsWithoutStores(history())) {
            RandomHistory shrunk = Shrinker.shrink(history(), this::failsWithoutStores);
            if (fails(shrunk)) {
                return shrunk;
            }
        }
        return Shrinker.shrink(history(), this::fails);
    }

    private boolean failsWithoutStores(RandomHistory candidate) {
        return !planner.differences(candidate, options.broken()).isEmpty();
    }

    /** Whether a shorter history fails as well, as long as there is time to find out. */
    private boolean fails(RandomHistory candidate) {
        if (!budget.take()) {
            return false;
        }
        ScenarioRecorder own = new ScenarioRecorder();
        try (HistoryTrial trial = trial(own)) {
            attempt(trial, candidate, own);
        } catch (EnvironmentFailure nothingIsProved) {
            return false;
        }
        return own.verdict() == Verdict.VIOLATED;
    }

    private void attempt(HistoryTrial trial, RandomHistory history, ScenarioRecorder recorder) {
        try {
            trial.undergo(history.withPoints(apart()));
        } catch (AssertionError wrong) {
            recorder.judge(Verdict.VIOLATED, String.valueOf(wrong.getMessage()));
        } finally {
            trial.noticeBrokenStores();
        }
    }

    /**
     * Names for recovery points that no other history has, on whichever stores it is told. They stand in the result, so
     * they are the same in every drill of this seed.
     */
    private UnaryOperator<RecoveryPoint> apart() {
        tries++;
        String suffix = "." + number + (tries == 1 ? "" : "." + tries);
        return point -> new RecoveryPoint(point + suffix);
    }

    private HistoryTrial trial(ScenarioRecorder own) {
        return new HistoryTrial(testbeds, options, record, own);
    }

    private RandomHistory history() {
        return drawn.orElseThrow(() -> new EnvironmentFailure("No history has been drawn in this scenario"));
    }
}
