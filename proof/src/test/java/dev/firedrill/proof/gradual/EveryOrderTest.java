package dev.firedrill.proof.gradual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.plan.Consent;
import dev.firedrill.recovery.plan.ObservedState;
import dev.firedrill.recovery.plan.Planner;
import dev.firedrill.recovery.plan.RulesPlanner;
import dev.firedrill.workload.gitops.Rollout;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule 5: Repositories and PackageVariants may come back in any order and in batches, and all of it ends in one state. */
@Tag("slow")
class EveryOrderTest {
    private static final Planner SHIPPED = new RulesPlanner(RulesPlanner.USUAL_THRESHOLD);
    /** Takes Repositories that are not there yet for gone as soon as the first one is there. */
    private static final Planner HASTY = observed -> SHIPPED.plan(new ObservedState(
            observed.namespace(),
            observed.cluster(),
            observed.git(),
            observed.repositories(),
            observed.revisions(),
            new Consent(Map.of(), !observed.cluster().repositories().isEmpty())));

    private static final int PERMUTATIONS_OF_SIX = 720;
    private static final int DRAWN = 200;
    private static final HistoryInMemory HISTORY = new HistoryInMemory();

    /** What is left besides the cluster, which is lost. */
    enum Left {
        EVERYTHING(() -> StoresInMemory.afterLossOfTheCluster(HISTORY.disaster, HISTORY.disaster)),
        CACHE_OF_P1(() -> StoresInMemory.afterLossOfTheCluster(HISTORY.disaster, HISTORY.p1)),
        GIT_OF_P1(() -> StoresInMemory.afterLossOfTheCluster(HISTORY.p1, HISTORY.disaster)),
        NO_CACHE(() -> StoresInMemory.afterLossOfTheCluster(HISTORY.disaster, new StoresInMemory())),
        NO_GIT(() -> StoresInMemory.afterLossOfTheCluster(new StoresInMemory(), HISTORY.disaster));

        private final Supplier<StoresInMemory> stores;

        Left(Supplier<StoresInMemory> stores) {
            this.stores = stores;
        }

        Orders orders(Planner planner) {
            return new Orders(stores, planner, HistoryInMemory.MANIFESTS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_permutation_one_object_at_a_time_ends_in_one_state(Left left) {
        assertThat(left.orders(SHIPPED).tryEveryPermutation()).isEqualTo(PERMUTATIONS_OF_SIX);
    }

    @ParameterizedTest
    @EnumSource
    void drawn_batches_and_interruptions_end_in_the_same_state(Left left) {
        Orders orders = left.orders(SHIPPED);
        LongStream.range(0, DRAWN)
                .mapToObj(seed -> Rollout.drawn(HistoryInMemory.MANIFESTS, seed))
                .forEach(orders::tryOne);
    }

    @Test
    void the_state_that_is_compared_holds_what_the_history_made() {
        assertThat(Left.EVERYTHING.orders(SHIPPED).end(Rollout.allAtOnce(HistoryInMemory.MANIFESTS)))
                .containsKeys("Repository work", "PackageVariant upgraded", "repository row blue")
                .hasEntrySatisfying(
                        "PackageVariant drafted", status -> assertThat(status).startsWith("ready true"))
                .hasSizeGreaterThan(15);
    }

    @Test
    void what_is_left_besides_the_cluster_makes_a_difference() {
        Rollout usual = Rollout.allAtOnce(HistoryInMemory.MANIFESTS);
        assertThat(Left.values())
                .extracting(left -> left.orders(SHIPPED).end(usual))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_recovery_that_depends_on_the_order_is_found_and_the_order_is_told_in_few_words() {
        Orders orders = Left.EVERYTHING.orders(HASTY);
        assertThatThrownBy(orders::tryEveryPermutation)
                .isInstanceOf(AssertionError.class)
                .extracting(failure -> failure.getMessage().lines().findFirst().orElseThrow())
                .asString()
                .matches("The end depends on the order: Repository/\\w+ \\| Repository/\\w+");
    }
}
