package dev.firedrill.recovery.plan;

import static dev.firedrill.recovery.plan.PlanModel.head;
import static dev.firedrill.recovery.plan.PlanModel.name;
import static dev.firedrill.recovery.plan.PlanModel.object;
import static dev.firedrill.recovery.plan.PlanModel.published;
import static dev.firedrill.recovery.plan.PlanModel.tag;
import static dev.firedrill.recovery.plan.PlanModel.unpublished;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.model.CachedRepository;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.RevisionName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules 1 and 5: the control plane is the truth for Repositories, and they may come back gradually. */
class RepositoriesTest {
    private final PlanModel model = new PlanModel();
    private final RevisionName foo = name("r1", "foo", "ws");

    private static List<Notice.Kind> kinds(Plan plan) {
        return plan.notices().stream().map(Notice::kind).toList();
    }

    @Test
    void are_registered_and_held() {
        model.objects.put("r1", object(object("r1", "u", "", "main", false, Map.of()), false));
        model.git("r1");

        assertThat(model.recover().actions())
                .extracting(action -> action.getClass().getSimpleName())
                .containsExactly("Hold", "Register");
    }

    @Test
    void that_are_absent_are_quarantined_until_the_window_closes() {
        model.settled("r1");
        model.row(unpublished(foo, Lifecycle.DRAFT, "a"));
        model.row(published(tag(foo, 1, "b"), Lifecycle.PUBLISHED));
        model.objects.clear();
        model.git.clear();

        Plan quarantine = model.recover();
        assertThat(quarantine.isEmpty()).isTrue();
        assertThat(kinds(quarantine)).containsExactly(Notice.Kind.QUARANTINED);

        model.consent = new Consent(Map.of(), true);
        Plan closing = model.recover();
        assertThat(model.rows).isEmpty();
        assertThat(model.repositories).isEmpty();
        assertThat(model.rescued).isNotEmpty();
        assertThat(closing.losses()).extracting(ExpectedLoss::rule).containsExactly(1);
    }

    @Test
    void that_come_back_with_a_new_uid_keep_their_rows() {
        model.settled("r1");
        model.row(unpublished(foo, Lifecycle.DRAFT, "a"));
        model.objects.put("r1", object("r1", "another uid", "", "main", false, Map.of()));

        Plan plan = model.recover();

        assertThat(plan.actions()).hasSize(1).first().isInstanceOf(Action.Register.class);
        assertThat(model.rows).hasSize(1);
    }

    @Test
    void that_move_keep_their_drafts_and_ask_before_the_rest_goes() {
        model.settled("r1");
        model.row(unpublished(foo, Lifecycle.DRAFT, "a"));
        model.row(published(tag(name("r1", "bar", "ws"), 1, "b"), Lifecycle.PUBLISHED));
        model.objects.put("r1", object("r1", "another uid", "below", "main", false, Map.of()));

        Plan plan = model.recover();

        assertThat(plan.actions())
                .extracting(action -> action.getClass().getSimpleName())
                .containsExactly("Move", "Await");
        assertThat(model.rows).hasSize(2);
        assertThat(kinds(plan)).containsExactly(Notice.Kind.REMOVAL_AWAITS_CONFIRMATION);
    }

    @Test
    void that_are_deleted_take_their_rows_to_the_rescue_set() {
        model.settled("r1");
        model.row(unpublished(foo, Lifecycle.DRAFT, "a"));
        model.row(published(head(foo, "h"), Lifecycle.PUBLISHED));
        model.objects.put("r1", object("r1", "uid-r1", "", "main", true, Map.of()));

        model.recover();

        assertThat(model.rows).isEmpty();
        assertThat(model.objects).isEmpty();
        assertThat(model.rescued).extracting(row -> row.name().workspace()).containsExactly("ws");
    }

    @Test
    void that_are_deleted_without_a_row_and_without_our_finalizer_are_none_of_our_business() {
        model.objects.put("r1", object(object("r1", "u", "", "main", true, Map.of()), false));

        assertThat(model.plan().isEmpty()).isTrue();
    }

    @Test
    void that_are_deleted_and_held_are_let_go_even_without_a_row() {
        model.objects.put("r1", object("r1", "u", "", "main", true, Map.of()));

        Plan plan = model.recover();

        assertThat(model.objects).isEmpty();
        assertThat(plan.losses()).as("nothing was there to lose").isEmpty();
    }

    @Test
    void that_are_deleted_say_what_goes_with_them() {
        model.settled("r1");
        model.row(unpublished(foo, Lifecycle.DRAFT, "a"));
        model.row(published(head(foo, "h"), Lifecycle.PUBLISHED));
        model.objects.put("r1", object("r1", "uid-r1", "", "main", true, Map.of()));

        assertThat(model.recover().losses())
                .extracting(ExpectedLoss::what)
                .containsExactly("1 package revisions, which go to the rescue set");
    }

    @Test
    void whose_git_was_not_looked_at_keep_everything_and_say_so() {
        model.settled("r1");
        model.row(published(tag(foo, 1, "a"), Lifecycle.PUBLISHED));
        model.git.clear();

        Plan plan = model.recover();

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.notices().get(0).message())
                .isEqualTo("git of Repository 'r1' was not looked at; the next pass does it.");
    }

    @Test
    void of_another_namespace_are_not_seen() {
        model.repositories.put("r9", new CachedRepository("elsewhere", "r9", "u", "", "main", "{}"));
        model.row(unpublished(name("r9", "foo", "ws"), Lifecycle.DRAFT, "a"));

        assertThat(model.plan().notices()).isEmpty();
    }

    @Test
    void that_are_invalid_keep_their_rows() {
        model.settled("r1");
        model.row(unpublished(foo, Lifecycle.DRAFT, "a"));
        model.objects.clear();
        model.git.clear();
        model.invalid.put("r1", "it is.");
        model.consent = new Consent(Map.of(), true);

        Plan plan = model.recover();

        assertThat(plan.isEmpty()).isTrue();
        assertThat(kinds(plan)).containsExactly(Notice.Kind.INVALID);
    }

    @Test
    void do_not_touch_each_other() {
        model.settled("r1");
        model.settled("r2");
        model.row(published(tag(foo, 1, "a"), Lifecycle.DELETION_PROPOSED));
        model.row(published(tag(name("r2", "foo", "ws"), 1, "b"), Lifecycle.PUBLISHED));
        model.git("r1");
        model.git.put("r2", new GitView.Unreadable(GitView.Obstacle.NOT_FOUND, "gone."));

        assertThat(model.recover().actions()).extracting(Action::repository).containsOnly("r1");
    }
}
