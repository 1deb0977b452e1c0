package dev.firedrill.proof.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.model.DraftBranches;
import dev.firedrill.proof.mutants.Mutant;
import dev.firedrill.proof.mutants.Mutants;
import dev.firedrill.recovery.plan.RulesPlanner;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Planner and model agree on ten thousand histories, and a planner that decides wrongly is found out on few of them. */
@Tag("slow")
class DifferentialCheckTest {
    private static final int HISTORIES = 10_000;
    private static final int HISTORIES_WITH_BRANCHES = 2_000;
    private static final int FEW = 300;

    /** {@code mvn verify -Dfiredrill.seed=N} begins with the history of seed N; a failure names its seed. */
    @Test
    void planner_and_model_agree() {
        long seed = Long.getLong("firedrill.seed", 0);

        var found = shipped().firstDisagreement(LongStream.range(seed, seed + HISTORIES));

        assertThat(found.map(Disagreement::story)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("draftBranches")
    void they_agree_where_drafts_are_pushed_to_git(DraftBranches branches) {
        var agreement =
                new DifferentialCheck(new RulesPlanner(RulesPlanner.USUAL_THRESHOLD, branches.after()), branches);

        var found = agreement.firstDisagreement(LongStream.range(0, HISTORIES_WITH_BRANCHES));

        assertThat(found.map(Disagreement::story)).isEmpty();
    }

    static Stream<DraftBranches> draftBranches() {
        return Stream.of(DraftBranches.PUSHED, DraftBranches.LEFT_BEHIND, DraftBranches.FROM_NOW_ON);
    }

    static Stream<Mutant> wrongDecisions() {
        return Mutants.decisions().stream();
    }

    @ParameterizedTest
    @MethodSource("wrongDecisions")
    void a_wrong_decision_is_found_and_its_story_is_short_and_repeatable(Mutant broken) {
        var agreement = new DifferentialCheck(broken.decision().apply(new RulesPlanner(RulesPlanner.USUAL_THRESHOLD)));

        var found = agreement.firstDisagreement(LongStream.range(0, FEW)).orElseThrow();

        long seed = found.history().seed();
        assertThat(found.history().steps()).hasSizeLessThan(12);
        assertThat(found.story()).contains("seed " + seed);
        assertThat(agreement.firstDisagreement(LongStream.of(seed)).map(Disagreement::story))
                .contains(found.story());
        assertThat(shipped().differences(found.history())).isEmpty();
    }

    private static DifferentialCheck shipped() {
        return new DifferentialCheck(new RulesPlanner(RulesPlanner.USUAL_THRESHOLD));
    }
}
