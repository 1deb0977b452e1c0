package dev.firedrill.proof.differential;

import dev.firedrill.model.DraftBranches;
import dev.firedrill.recovery.plan.Planner;
import dev.firedrill.workload.random.RandomHistory;
import dev.firedrill.workload.random.Shrinker;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Whether a planner and the expectation model say the same. */
public final class DifferentialCheck {
    private final ModelComparison comparison;
    private final DraftBranches draftBranches;

    /** Where drafts are in the package cache alone. */
    public DifferentialCheck(Planner planner) {
        this(planner, DraftBranches.NONE);
    }

    /** @param draftBranches whether every history is one of an orchestrator that pushes drafts to git */
    public DifferentialCheck(Planner planner, DraftBranches draftBranches) {
        this.comparison = new ModelComparison(new ModelAdapter(planner));
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
        } catch (NotIdempotent e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private Disagreement shrunk(RandomHistory history) {
        var shrunk =
                Shrinker.shrink(history, candidate -> !differences(candidate).isEmpty());
        return new Disagreement(shrunk, differences(shrunk));
    }
}
