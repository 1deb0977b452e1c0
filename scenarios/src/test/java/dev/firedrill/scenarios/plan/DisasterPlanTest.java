package dev.firedrill.scenarios.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.model.Fate;
import dev.firedrill.model.GitFate;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Store;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which stores need not be put back before a disaster; one too many and a scenario judges what another one left. */
class DisasterPlanTest {
    private static final Fate P1 = Fate.restored(RecoveryPoint.P1);
    private static final DisasterPlan SKEWED = DisasterPlan.of(P1, Fate.intact(), Fate.lost());

    @Test
    void what_is_replaced_while_nobody_looks_on_need_not_be_put_back_before() {
        assertThat(SKEWED.unattended().replacedUnseen()).containsExactlyInAnyOrder(Store.CONTROL_PLANE, Store.DATABASE);
    }

    @Test
    void an_orchestrator_that_runs_until_the_disaster_needs_every_store() {
        assertThat(SKEWED.replacedUnseen()).isEmpty();
    }

    @Test
    void a_lost_cluster_has_no_orchestrator_that_runs() {
        assertThat(DisasterPlan.of(Fate.lost(), P1, Fate.intact()).replacedUnseen())
                .containsExactlyInAnyOrder(Store.CONTROL_PLANE, Store.GIT);
    }

    @Test
    void what_survives_is_put_back() {
        assertThat(DisasterPlan.nothing().unattended().replacedUnseen()).isEmpty();
    }

    @Test
    void where_the_end_of_the_history_is_needed_afterwards_every_store_is_put_back() {
        DisasterPlan unattended = SKEWED.unattended();
        assertThat(unattended.withUnapprovedPutBack().replacedUnseen()).isEmpty();
        assertThat(unattended.withResourceVersionsPassed().replacedUnseen()).isEmpty();
        assertThat(unattended
                        .restoredToTime(RecoveryPoint.P1, OffsetDateTime.now())
                        .replacedUnseen())
                .isEmpty();
        assertThat(unattended
                        .withGit(List.of("packages"), new GitFate.TagsMissing())
                        .replacedUnseen())
                .isEmpty();
    }
}
