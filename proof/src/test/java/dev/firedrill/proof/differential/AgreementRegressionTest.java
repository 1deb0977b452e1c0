package dev.firedrill.proof.differential;

import static dev.firedrill.workload.random.Step.Deed.APPROVE;
import static dev.firedrill.workload.random.Step.Deed.CREATE;
import static dev.firedrill.workload.random.Step.Deed.DELETE;
import static dev.firedrill.workload.random.Step.Deed.PROPOSE;
import static dev.firedrill.workload.random.Step.Deed.PROPOSE_DELETION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.model.Disaster;
import dev.firedrill.model.Fate;
import dev.firedrill.model.GitFate;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.recovery.plan.RulesPlanner;
import dev.firedrill.workload.random.RandomHistory;
import dev.firedrill.workload.random.Step;
import dev.firedrill.workload.random.Step.Deed;
import dev.firedrill.workload.world.RevisionId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every history on which planner and model have ever disagreed, with what the rules said about it. */
class AgreementRegressionTest {
    private static final Fate INTACT = Fate.intact();
    private static final Fate REWOUND = Fate.restored(RecoveryPoint.P1);
    private static final Disaster GIT_EMPTIED = new Disaster(INTACT, Fate.lost(), INTACT);
    private static final Disaster CACHE_REWOUND = new Disaster(INTACT, INTACT, REWOUND);
    private static final RevisionId A = new RevisionId("apps", "web", "a");
    private static final RevisionId B = new RevisionId("apps", "web", "b");

    private final DifferentialCheck agreement = new DifferentialCheck(new RulesPlanner(RulesPlanner.USUAL_THRESHOLD));
    private final List<Step> steps = new ArrayList<>(List.of(new Step.Register("apps")));

    /** An empty repository never empties the cache on its own. The planner took the row for a finished deletion. */
    @Test
    void an_emptied_repository_keeps_even_a_revision_whose_deletion_was_proposed() {
        does(A, CREATE, PROPOSE, APPROVE, PROPOSE_DELETION);

        assertAgreement(GIT_EMPTIED.withoutConfirmation());
    }

    /** The same where git is not empty but older than the revision. */
    @Test
    void a_rewound_repository_keeps_even_a_revision_whose_deletion_was_proposed() {
        does(A, CREATE, PROPOSE);
        keep();
        does(A, APPROVE, PROPOSE_DELETION);

        assertAgreement(new Disaster(INTACT, REWOUND, INTACT).withoutConfirmation());
    }

    /** A threshold, and only the removal waits. The model asked for a word only when git had nothing left. */
    @Test
    void a_removal_of_more_than_half_waits_and_everything_else_goes_on() {
        publish(A);
        keep();
        publish(B);
        publish(new RevisionId("apps", "db", "a"));

        assertAgreement(new Disaster(INTACT, REWOUND, INTACT).withoutConfirmation());
    }

    /** A number that a waiting row has to keep is not given to another revision. */
    @Test
    void a_number_that_a_waiting_row_holds_is_not_given_twice() {
        publish(A);
        keep();
        does(A, PROPOSE_DELETION, DELETE);
        publish(B);

        assertAgreement(new Disaster(INTACT, REWOUND, INTACT).withoutConfirmation());
    }

    /** Rule 3: metadata, the wish to delete included, is attached to a name. The model dropped it with the number. */
    @Test
    void the_wish_to_delete_stays_with_the_name_when_the_number_changes() {
        does(A, CREATE, PROPOSE);
        does(B, CREATE, PROPOSE, APPROVE, PROPOSE_DELETION);
        keep();
        does(B, DELETE, CREATE, PROPOSE);
        does(A, APPROVE);
        does(B, APPROVE);

        assertAgreement(CACHE_REWOUND);
    }

    /** Rule 4: a directory that was left on the branch is no revision. The model let the variant wait for it for ever. */
    @Test
    void a_variant_makes_its_package_where_only_a_directory_is_left() {
        var byHand = new RevisionId("edge", "site/south", "by-hand");
        steps.add(new Step.Register("edge"));
        steps.add(new Step.Register("catalog"));
        steps.add(new Step.Release(1));
        steps.add(new Step.Follow("south", 0, 1));
        publish(byHand);

        assertAgreement(Disaster.none().withGit("edge", new GitFate.TagsMissing()));
    }

    /** A draft is made again from what its variant follows now. The model expected what it was made from the first time. */
    @Test
    void a_draft_that_is_made_again_has_the_content_of_the_upstream_of_today() {
        steps.add(new Step.Register("edge"));
        steps.add(new Step.Register("catalog"));
        steps.add(new Step.Release(1));
        steps.add(new Step.Follow("north", 0, 1));
        steps.add(new Step.Release(2));
        keep();
        steps.add(new Step.Follow("north", 1, 3));
        steps.add(new Step.Unregister("edge"));
        steps.add(new Step.Register("edge"));

        assertAgreement(new Disaster(INTACT, INTACT, Fate.lost()));
    }

    private void publish(RevisionId id) {
        does(id, CREATE, PROPOSE, APPROVE);
    }

    private void does(RevisionId id, Deed... deeds) {
        for (var deed : deeds) {
            steps.add(new Step.Touch(deed, id, steps.size()));
        }
    }

    private void keep() {
        steps.add(new Step.Keep(RecoveryPoint.P1));
    }

    private void assertAgreement(Disaster disaster) {
        assertThat(agreement.differences(new RandomHistory(0, steps, disaster))).isEmpty();
    }
}
