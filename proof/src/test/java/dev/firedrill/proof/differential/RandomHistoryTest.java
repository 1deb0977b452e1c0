package dev.firedrill.proof.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.model.Disaster;
import dev.firedrill.model.Fate;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.oracle.expect.ExpectationModel;
import dev.firedrill.oracle.expect.SurvivingState;
import dev.firedrill.proof.differential.RecoveryModel.Plan;
import dev.firedrill.workload.ledger.Entry;
import dev.firedrill.workload.ledger.Operation;
import dev.firedrill.workload.random.RandomHistory;
import dev.firedrill.workload.random.Shrinker;
import dev.firedrill.workload.world.RevisionId;
import dev.firedrill.workload.world.RevisionState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomHistoryTest {
    private static final int HISTORIES = 500;

    @Test
    void the_same_seed_makes_the_same_history() {
        assertThat(RandomHistory.of(42)).isEqualTo(RandomHistory.of(42));
        assertThat(RandomHistory.of(42)).isNotEqualTo(RandomHistory.of(43));
    }

    @Test
    void every_history_has_hundreds_of_operations_over_several_repositories() {
        var operations =
                histories().stream().mapToLong(RandomHistoryTest::operations).summaryStatistics();

        assertThat(operations.getMin()).isGreaterThanOrEqualTo(100);
        assertThat(operations.getAverage()).isGreaterThanOrEqualTo(250);
        assertThat(histories())
                .allSatisfy(history -> assertThat(LedgerPlayback.ledger(history).gitRepositories())
                        .hasSizeGreaterThanOrEqualTo(3));
    }

    @Test
    void brief_histories_publish_something_and_stay_brief() {
        var brief =
                LongStream.range(0, HISTORIES).mapToObj(RandomHistory::briefOf).toList();

        var operations = brief.stream().mapToLong(RandomHistoryTest::operations).summaryStatistics();
        assertThat(operations.getMin()).isGreaterThanOrEqualTo(10);
        assertThat(operations.getMax()).isLessThanOrEqualTo(60);
        assertThat(operations.getAverage()).isGreaterThanOrEqualTo(25);
        assertThat(brief.stream()
                        .filter(history -> LedgerPlayback.ledger(history).gitRepositories().stream()
                                .anyMatch(name -> !LedgerPlayback.ledger(history)
                                        .latest()
                                        .git()
                                        .get(name)
                                        .tags()
                                        .isEmpty()))
                        .count())
                .isGreaterThan(HISTORIES * 4 / 5);
    }

    @Test
    void other_names_for_its_points_change_nothing_else() {
        var history = RandomHistory.briefOf(5)
                .endingIn(new Disaster(Fate.lost(), Fate.restored(RecoveryPoint.P1), Fate.restored(RecoveryPoint.P2)));

        var renamed = history.withPoints(point -> new RecoveryPoint("other-" + point));

        assertThat(renamed.disaster().points())
                .containsExactlyInAnyOrder(new RecoveryPoint("other-P1"), new RecoveryPoint("other-P2"));
        assertThat(ExpectationModel.of(LedgerPlayback.ledger(renamed), renamed.disaster())
                        .revisions())
                .isEqualTo(ExpectationModel.of(LedgerPlayback.ledger(history), history.disaster())
                        .revisions());
    }

    @Test
    void without_a_disaster_the_model_changes_nothing() {
        histories().forEach(history -> {
            var ledger = LedgerPlayback.ledger(history);
            var expected = ExpectationModel.of(ledger, Disaster.none());

            assertThat(details(expected.revisions()))
                    .as(history.story())
                    .isEqualTo(details(ledger.latest().rows()));
            assertThat(expected.allowances()).isEmpty();
        });
    }

    @Test
    void a_lost_cluster_alone_costs_nothing() {
        histories().forEach(history -> {
            var ledger = LedgerPlayback.ledger(history);
            var expected = ExpectationModel.of(ledger, new Disaster(Fate.lost(), Fate.intact(), Fate.intact()));

            assertThat(details(expected.revisions()))
                    .as(history.story())
                    .isEqualTo(details(ledger.latest().rows()));
        });
    }

    @Test
    void every_difference_has_its_reason() {
        histories().forEach(history -> {
            var expected = ExpectationModel.of(LedgerPlayback.ledger(history), history.disaster());
            var before = expected.atDisaster().rows();

            before.forEach((id, was) -> {
                var is = expected.revisions().get(id);
                if (is == null || !was.details().equals(is.details())) {
                    assertThat(expected.allowances()).as(history.story()).containsKey(id);
                }
            });
        });
    }

    @Test
    void a_planner_that_keeps_rows_over_git_is_found_and_its_story_is_short() {
        RecoveryModel trustsTheCache = (survivors, confirmed) -> {
            var listed = new HashMap<>(survivors.rows());
            listed.keySet().removeIf(id -> !survivors.repositories().containsKey(id.repository()));
            return new Plan(listed, quarantined(survivors));
        };

        var found = new ModelComparison(trustsTheCache).firstOf(1, HISTORIES).orElseThrow();

        assertThat(found.history().steps()).hasSizeLessThan(10);
        assertThat(found.differences()).isNotEmpty();
    }

    @Test
    void a_planner_that_drops_orphans_is_found() {
        RecoveryModel dropsOrphans = (survivors, confirmed) -> new Plan(Map.of(), Map.of());

        assertThat(new ModelComparison(dropsOrphans).firstOf(1, HISTORIES)).isPresent();
    }

    @Test
    void a_shrunk_history_keeps_its_seed() {
        var history = RandomHistory.of(7);

        var shrunk = Shrinker.shrink(history, candidate -> candidate.steps().size() > 3);

        assertThat(shrunk.seed()).isEqualTo(7);
        assertThat(shrunk.steps()).hasSize(4);
    }

    /** Without the UIDs of owners, which a new cluster gives anew. */
    private static Map<RevisionId, String> details(Map<RevisionId, RevisionState> states) {
        var details = new HashMap<RevisionId, String>();
        states.forEach((id, state) -> details.put(id, state.details()));
        return details;
    }

    private static HashMap<RevisionId, RevisionState> quarantined(SurvivingState survivors) {
        var hidden = new HashMap<>(survivors.rows());
        hidden.keySet().removeIf(id -> survivors.repositories().containsKey(id.repository()));
        return hidden;
    }

    /** What people did and were told that it was done; what nobody did does not count. */
    private static long operations(RandomHistory history) {
        return LedgerPlayback.ledger(history).entries().stream()
                .map(Entry::operation)
                .filter(operation ->
                        operation != Operation.SEED && operation != Operation.OBSERVE && operation != Operation.KEEP)
                .count();
    }

    private static List<RandomHistory> histories() {
        return LongStream.range(0, HISTORIES).mapToObj(RandomHistory::of).toList();
    }
}
