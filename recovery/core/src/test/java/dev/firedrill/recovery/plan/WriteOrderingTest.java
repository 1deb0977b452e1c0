package dev.firedrill.recovery.plan;

import static dev.firedrill.recovery.plan.PlanModel.head;
import static dev.firedrill.recovery.plan.PlanModel.name;
import static dev.firedrill.recovery.plan.PlanModel.published;
import static dev.firedrill.recovery.plan.PlanModel.tag;
import static dev.firedrill.recovery.plan.PlanModel.unpublished;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.RevisionName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Revisions in git that compete for one number or one row name, and the order in which rows are written. */
class WriteOrderingTest {
    private final PlanModel model = new PlanModel();
    private final RevisionName foo = name("r1", "foo", "ws");

    private static List<Notice.Kind> kinds(Plan plan) {
        return plan.notices().stream().map(Notice::kind).toList();
    }

    @Test
    void writes_rows_before_newcomers_and_low_numbers_first() {
        model.settled("r1");
        model.row(unpublished(name("r1", "zoo", "ws"), Lifecycle.DRAFT, "z"));
        model.git(
                "r1",
                tag(name("r1", "zoo", "ws"), 1, "z"),
                tag(name("r1", "foo", "b"), 2, "b"),
                tag(name("r1", "foo", "a"), 1, "a"),
                head(name("r1", "foo", "a"), "b"),
                tag(name("r1", "bar", "a"), 1, "c"));

        assertThat(model.recover().actions())
                .extracting(action -> action.subject().name())
                .startsWith("r1.zoo.ws", "r1.bar.a", "r1.foo.main", "r1.foo.a", "r1.foo.b");
    }

    @Test
    void names_what_is_left_out_because_two_would_share_a_row() {
        model.settled("r1");
        model.git("r1", tag(foo, 1, "a"), tag(foo, 2, "b"), head(foo, "b"));

        Notice notice = model.recover().notices().get(0);

        assertThat(notice.subject()).isEqualTo("r1.foo.ws");
        assertThat(notice.message())
                .isEqualTo("git has two revisions that would both be named r1.foo.ws; rename the one of package"
                        + " 'foo' at foo/v1, which is left out until then.");
    }

    @Test
    void prefers_the_head_of_the_branch_to_a_tag_with_the_workspace_of_the_branch() {
        RevisionName main = name("r1", "foo", "main");
        model.settled("r1");
        model.git("r1", tag(main, 1, "a"), head(foo, "b"));

        model.recover();

        assertThat(model.row("r1.foo.main").isPlaceholder()).isTrue();
        assertThat(model.rows).hasSize(1);
    }

    @Test
    void takes_a_number_that_another_workspace_had_before() {
        model.settled("r1");
        for (int n = 1; n <= 3; n++) {
            model.row(published(tag(name("r1", "foo", "w" + n), n, "t" + n), Lifecycle.PUBLISHED));
        }
        model.git(
                "r1",
                tag(name("r1", "foo", "w1"), 1, "t1"),
                tag(name("r1", "foo", "w2"), 2, "t2"),
                tag(name("r1", "foo", "again"), 3, "other"));

        model.recover();

        assertThat(model.row("r1.foo.again").revision()).isEqualTo(3);
        assertThat(model.rescued).extracting(row -> row.name().workspace()).containsExactly("w3");
    }

    @Test
    void follows_numbers_that_were_exchanged() {
        model.settled("r1");
        model.row(published(tag(name("r1", "foo", "w1"), 1, "a"), Lifecycle.PUBLISHED));
        model.git("r1", tag(name("r1", "foo", "w1"), 2, "a"), tag(name("r1", "foo", "w0"), 1, "b"));

        model.recover();

        assertThat(model.row("r1.foo.w1").revision()).isEqualTo(2);
        assertThat(model.row("r1.foo.w0").revision()).isEqualTo(1);
    }

    @Test
    void tells_of_tags_with_one_workspace_and_takes_one() {
        model.settled("r1");
        model.git("r1", tag(foo, 1, "a"), tag(foo, 2, "b"));

        Plan plan = model.recover();

        assertThat(model.row("r1.foo.ws").revision()).isEqualTo(2);
        assertThat(kinds(plan)).containsExactly(Notice.Kind.AMBIGUOUS);
        model.git("r1", tag(foo, 1, "a"), tag(foo, 2, "b"), tag(foo, 3, "c"));
        assertThat(model.plan().isEmpty()).as("the choice does not swing").isTrue();
    }

    @Test
    void tells_of_paths_that_differ_only_in_dots() {
        model.settled("r1");
        model.git("r1", tag(name("r1", "a/b", "ws"), 1, "x"), tag(name("r1", "a.b", "ws"), 1, "y"));

        Plan plan = model.recover();

        assertThat(model.rows).hasSize(1);
        assertThat(kinds(plan)).containsExactly(Notice.Kind.AMBIGUOUS);
    }

    @Test
    void takes_a_row_name_that_becomes_free() {
        model.settled("r1");
        model.row(published(tag(name("r1", "a.b", "ws"), 1, "x"), Lifecycle.PUBLISHED));
        model.row(published(tag(name("r1", "c", "ws"), 1, "x"), Lifecycle.PUBLISHED));
        model.git("r1", tag(name("r1", "a/b", "ws"), 1, "y"), tag(name("r1", "c", "ws"), 1, "x"));

        model.recover();

        assertThat(model.row("r1.a.b.ws").name()).isEqualTo(name("r1", "a/b", "ws"));
    }

    @Test
    void does_not_mix_up_a_leaf_at_the_root_with_the_same_leaf_below() {
        model.settled("r1");
        RevisionName nested = name("r1", "a/foo", "ws");
        RevisionName other = name("r1", "bar", "ws");
        model.row(published(tag(foo, 1, "x"), Lifecycle.PUBLISHED));
        model.row(published(tag(nested, 1, "y"), Lifecycle.PUBLISHED));
        model.row(published(tag(other, 1, "z"), Lifecycle.PUBLISHED));
        model.git("r1", tag(nested, 1, "y"), tag(other, 1, "z"));

        model.recover();

        assertThat(model.rows).containsOnlyKeys(nested, other);
    }
}
