package dev.firedrill.proof.differential;

import dev.firedrill.oracle.expect.ExpectationModel;
import dev.firedrill.workload.random.RandomHistory;
import dev.firedrill.workload.random.Shrinker;
import dev.firedrill.workload.world.RevisionId;
import dev.firedrill.workload.world.RevisionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Compares a planner with the model on random histories. */
public final class ModelComparison {
    private final RecoveryModel planner;

    public ModelComparison(RecoveryModel planner) {
        this.planner = planner;
    }

    /** The first of {@code count} histories, from {@code firstSeed} on, on which they differ, shrunk. */
    public Optional<Disagreement> firstOf(long firstSeed, int count) {
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            var history = RandomHistory.of(seed);
            if (!differences(history).isEmpty()) {
                var shrunk = Shrinker.shrink(
                        history, candidate -> !differences(candidate).isEmpty());
                return Optional.of(new Disagreement(shrunk, differences(shrunk)));
            }
        }
        return Optional.empty();
    }

    /** What they say differently about one history; empty when they agree. */
    public List<String> differences(RandomHistory history) {
        var ledger = LedgerPlayback.ledger(history);
        var disaster = history.disaster();
        var expected = ExpectationModel.of(ledger, disaster);
        var plan = planner.recover(expected.survivors(), disaster.removalConfirmed());
        var differences = new ArrayList<String>();
        compare("listed", expected.revisions(), plan.listed(), differences);
        compare("quarantined", expected.quarantined(), plan.quarantined(), differences);
        return differences;
    }

    private static void compare(
            String what,
            Map<RevisionId, RevisionState> model,
            Map<RevisionId, RevisionState> planner,
            List<String> differences) {
        var ids = new TreeSet<>(model.keySet());
        ids.addAll(planner.keySet());
        for (var id : ids) {
            var wanted = summary(model, id, UnaryOperator.identity());
            var planned = summary(planner, id, state -> nobodyKnows(model.get(id)) ? unknown(state) : state);
            if (!wanted.equals(planned)) {
                differences.add(what + " " + id + ": the model says " + wanted + ", the planner " + planned);
            }
        }
    }

    private static String summary(
            Map<RevisionId, RevisionState> states, RevisionId id, UnaryOperator<RevisionState> seen) {
        return Optional.ofNullable(states.get(id))
                .map(seen)
                .map(RevisionState::details)
                .orElse("absent");
    }

    private static boolean nobodyKnows(@Nullable RevisionState state) {
        return state != null && state.contentHash().equals(RevisionState.ANY_CONTENT);
    }

    private static RevisionState unknown(RevisionState state) {
        return state.containing(RevisionState.ANY_CONTENT);
    }
}
