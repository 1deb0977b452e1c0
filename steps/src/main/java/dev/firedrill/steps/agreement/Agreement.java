package dev.firedrill.steps.agreement;

import dev.firedrill.fixtures.expect.DraftBranches;
import dev.firedrill.fixtures.random.Comparison;
import dev.firedrill.fixtures.random.Disagreement;
import dev.firedrill.fixtures.random.RandomHistory;
import dev.firedrill.fixtures.random.Shrinker;
import dev.firedrill.recovery.plan.Planner;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Whether a planner and the expectation model say the same. */
public final class Agreement {
    private final Comparison comparison;
    private final DraftBranches draftBranches;

    /** Where drafts are in the package cache alone. */
    public Agreement(Planner planner) {
        this(planner, DraftBranches.NONE);
    }

    /** @param draftBranches whether every history is one of an orchestrator that pushes drafts to git */
    public Agreement(Planner planner, DraftBranches draftBranches) {
        this.comparison = new Comparison(new RecoveryOnPaper(planner));
        this.draftBranches = draftBranches;
    }

    /** The failure of the first seed on which they differ, shrunk. */
    public Optional<Disagreement> firstDisagreement(LongStream seeds) {
        return seeds.parallel()
                .mapToObj(RandomHistory::of)
                .map(history -> history.endingIn(history.disaster().with(draftBranches)))
                .filter(history -> !differences(history).isEmpty())
                .findFirst()
                .map(this::shrunk);
    }

    /** What they say differently, or what the planner does that no planner may do. */
    public List<String> differences(RandomHistory history) {
        try {
            return comparison.differences(history);
        } catch (Restless e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private Disagreement shrunk(RandomHistory history) {
        var shrunk =
                Shrinker.shrink(history, candidate -> !differences(candidate).isEmpty());
        return new Disagreement(shrunk, differences(shrunk));
    }
}
