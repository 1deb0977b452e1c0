package dev.firedrill.steps.rehearsal;

import dev.firedrill.fixtures.random.RandomHistory;
import dev.firedrill.fixtures.random.Shrinker;
import dev.firedrill.recovery.plan.Planner;
import dev.firedrill.recovery.plan.RulesPlanner;
import dev.firedrill.steps.agreement.Agreement;
import dev.firedrill.steps.broken.BrokenRecoveries;
import dev.firedrill.steps.drill.DrillOptions;
import dev.firedrill.steps.drill.DrillRecord;
import dev.firedrill.steps.drill.ScenarioFindings;
import dev.firedrill.vocabulary.LaboratoryBroken;
import dev.firedrill.vocabulary.RecoveryPoint;
import dev.firedrill.vocabulary.Seed;
import dev.firedrill.vocabulary.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Random histories, told on real stores. One that does not hold is told again in as few steps as can be found: first on
 * paper, which costs nothing, and where only real stores show the mistake, on those.
 */
public final class RandomTrials {
    private final BenchPool benches;
    private final DrillOptions options;
    private final DrillRecord record;
    private final ScenarioFindings findings;
    private final ShrinkingBudget budget;
    private Optional<RandomHistory> drawn = Optional.empty();
    private String number = "";
    private int tries;

    public RandomTrials(
            BenchPool benches,
            DrillOptions options,
            DrillRecord record,
            ScenarioFindings findings,
            ShrinkingBudget budget) {
        this.benches = benches;
        this.options = options;
        this.record = record;
        this.findings = findings;
        this.budget = budget;
    }

    /** Draws a history and its disaster; the same ones whenever the drill's seed is the same. */
    public void draw(int which) {
        RandomHistory history = RandomHistory.briefOf(
                new Seed(options.seed()).derive("history", which).value());
        number = String.valueOf(which);
        drawn = Optional.of(history);
        findings.event(
                Instant.now(), "history", "", history.steps().size() + " steps, then: " + history.disaster(), null);
    }

    /** Lets the history happen, then its disaster and the recovery, and judges. */
    public void happen() {
        try (Rehearsal rehearsal = rehearsal(findings)) {
            boolean toTheEnd = false;
            try {
                attempt(rehearsal, history(), findings);
                toTheEnd = true;
            } finally {
                if (!toTheEnd || findings.verdict() != Verdict.HELD) {
                    rehearsal.keepEvidence("history-" + number);
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
        if (findings.verdict() == Verdict.VIOLATED) {
            RandomHistory shortest = shortest();
            throw new AssertionError("seed " + options.seed() + ", history " + number + ", "
                    + history().steps().size() + " steps, of which "
                    + shortest.steps().size()
                    + " are told here:\n" + shortest.told());
        }
    }

    private RandomHistory shortest() {
        Agreement paper = new Agreement(planner());
        if (!paper.differences(history()).isEmpty()) {
            RandomHistory onPaper = Shrinker.shrink(
                    history(), candidate -> !paper.differences(candidate).isEmpty());
            if (fails(onPaper)) {
                return onPaper;
            }
        }
        return Shrinker.shrink(history(), this::fails);
    }

    /** The decision that is drilled. */
    private Planner planner() {
        Planner shipped = new RulesPlanner(RulesPlanner.USUAL_THRESHOLD);
        return options.broken()
                .flatMap(BrokenRecoveries::named)
                .map(broken -> broken.decision().apply(shipped))
                .orElse(shipped);
    }

    /** Whether a shorter history fails as well, as long as there is time to find out. */
    private boolean fails(RandomHistory candidate) {
        if (!budget.take()) {
            return false;
        }
        ScenarioFindings own = new ScenarioFindings();
        try (Rehearsal rehearsal = rehearsal(own)) {
            attempt(rehearsal, candidate, own);
        } catch (LaboratoryBroken nothingIsProved) {
            return false;
        }
        return own.verdict() == Verdict.VIOLATED;
    }

    private void attempt(Rehearsal rehearsal, RandomHistory history, ScenarioFindings findings) {
        try {
            rehearsal.undergo(history.withPoints(apart()));
        } catch (AssertionError wrong) {
            findings.judge(Verdict.VIOLATED, String.valueOf(wrong.getMessage()));
        } finally {
            rehearsal.noticeBrokenLaboratory();
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

    private Rehearsal rehearsal(ScenarioFindings own) {
        return new Rehearsal(benches, options, record, own);
    }

    private RandomHistory history() {
        return drawn.orElseThrow(() -> new LaboratoryBroken("No history has been drawn in this scenario"));
    }
}
