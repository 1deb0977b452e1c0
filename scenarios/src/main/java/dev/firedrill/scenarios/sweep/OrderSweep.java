package dev.firedrill.scenarios.sweep;

import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Seed;
import dev.firedrill.model.Verdict;
import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.scenarios.assertion.EndState;
import dev.firedrill.scenarios.plan.Batching;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.plan.PostDisasterState;
import dev.firedrill.scenarios.recording.PhaseTimer;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.run.HistoryCheckpoint;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.scenarios.run.VerdictReporter;
import dev.firedrill.workload.gitops.Rollout;
import dev.firedrill.workload.gitops.RolloutShrinker;
import dev.firedrill.workload.history.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the objects of a lost cluster come back in one order after the other, each time from the end of the history on.
 * An order that does not end as the usual one is made as simple as it can be before it is told.
 */
public final class OrderSweep {
    /** Each try takes seconds, and by then the scenario has failed. */
    private static final int MOST_TRIES = 30;

    private final HistoryCheckpoint fromTheEnd;
    private final DisasterPlan plan;
    private final Map<Rollout, EndState> usualEnds = new HashMap<>();
    private final List<String> losses = new ArrayList<>();
    private Optional<String> elsewhere = Optional.empty();

    OrderSweep(HistoryCheckpoint fromTheEnd, DisasterPlan plan) {
        this.fromTheEnd = fromTheEnd;
        this.plan = plan;
    }

    /** Tries so many orders; each is drawn from a seed of its own. */
    void draw(int orders, Seed seed, ScenarioRecorder recorder) {
        Story story = fromTheEnd.story();
        for (int i = 0; i < orders && elsewhere.isEmpty(); i++) {
            Rollout order = Rollout.drawn(
                    story.manifests(RecoveryPoint.DISASTER),
                    seed.derive("order", i).value());
            if (i == 0) {
                Rollout usual = RolloutShrinker.usual(order);
                usualEnds.put(usual, judged(usual, recorder));
            }
            tryOne(order, recorder);
        }
    }

    /** Every order ended where the usual one does. */
    public void allEndedTheSame() {
        if (elsewhere.isPresent()) {
            throw new AssertionError(elsewhere.get());
        }
    }

    /** The judge found nothing wrong with any order. */
    public void noneCostAnything() {
        if (!losses.isEmpty()) {
            throw new AssertionError(String.join("\n", losses));
        }
    }

    private void tryOne(Rollout order, ScenarioRecorder recorder) {
        Instant began = Instant.now();
        ScenarioRecorder own = new ScenarioRecorder();
        EndState end = judged(order, own);
        String why = order + ": " + own.fault().orElse("");
        if (own.verdict() == Verdict.VIOLATED) {
            losses.add(why);
        }
        if (own.verdict() == Verdict.INCONCLUSIVE) {
            recorder.judge(Verdict.INCONCLUSIVE, why);
        }
        recorder.event(began, "order", "", order.toString(), Duration.between(began, Instant.now()));
        if (!end.equals(usualEnd(order))) {
            elsewhere = Optional.of(story(order));
        }
    }

    private String story(Rollout found) {
        Rollout core = RolloutShrinker.shrink(
                found, order -> !end(order, new ScenarioRecorder()).equals(usualEnd(order)), MOST_TRIES);
        return "The end depends on the order: " + core + "\nfound as: " + found + "\n"
                + difference(end(core, new ScenarioRecorder()), usualEnd(core));
    }

    private static String difference(EndState end, EndState usual) {
        try {
            end.isLike(usual);
            return "the simplest order did not fail a second time";
        } catch (AssertionError differs) {
            return String.valueOf(differs.getMessage());
        }
    }

    private EndState usualEnd(Rollout order) {
        return usualEnds.computeIfAbsent(RolloutShrinker.usual(order), usual -> end(usual, new ScenarioRecorder()));
    }

    private EndState judged(Rollout order, ScenarioRecorder noted) {
        return run(order, noted, true);
    }

    /** Objects may be left out here, so that there is nothing to compare with the ledger. */
    private EndState end(Rollout order, ScenarioRecorder noted) {
        return run(order, noted, false);
    }

    private EndState run(Rollout order, ScenarioRecorder noted, boolean judged) {
        ScenarioRun run = fromTheEnd.sparing(plan.unattended().replacedUnseen());
        PhaseTimer phases = new PhaseTimer(noted, Instant.now());
        PostDisasterState left = run.strike(plan, noted, phases);
        phases.measure("reconcile", "", "objects come back: " + order, () -> run.recover(plan, order, Batching.WHOLE));
        Observation after = run.observe();
        if (judged) {
            VerdictReporter verification = new VerdictReporter(noted, run, plan);
            run.recovery().anotherPass();
            verification.judge(left, after, run.observe(), left.stores().takenAt());
            verification.time(phases);
        }
        return EndState.of(after, run.rescuedRevisions());
    }
}
