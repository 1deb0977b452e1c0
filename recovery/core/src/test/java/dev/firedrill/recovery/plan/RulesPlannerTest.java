package dev.firedrill.recovery.plan;

import static dev.firedrill.recovery.plan.PlanModel.head;
import static dev.firedrill.recovery.plan.PlanModel.name;
import static dev.firedrill.recovery.plan.PlanModel.published;
import static dev.firedrill.recovery.plan.PlanModel.tag;
import static dev.firedrill.recovery.plan.PlanModel.unpublished;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.ClusterView;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.RevisionName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every plan. */
class RulesPlannerTest {
    private final PlanModel model = new PlanModel();
    private final RevisionName foo = name("r1", "foo", "ws");

    private List<Notice.Kind> kinds(Plan plan) {
        return plan.notices().stream().map(Notice::kind).toList();
    }

    @Test
    void plans_nothing_for_an_aligned_system() {
        model.settled("r1");
        model.git("r1", tag(foo, 1, "a"), head(foo, "a"));
        model.row(published(tag(foo, 1, "a"), Lifecycle.DELETION_PROPOSED));
        model.row(published(head(foo, "a"), Lifecycle.PUBLISHED));
        model.row(unpublished(name("r1", "foo", "next"), Lifecycle.DRAFT, "b"));

        Plan plan = model.plan();

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.losses()).isEmpty();
        assertThat(plan.notices()).isEmpty();
    }

    @Test
    void does_not_depend_on_the_order_of_what_it_reads() {
        for (String repository : List.of("r2", "r1")) {
            model.settled(repository);
            List<GitRevision> git = new ArrayList<>();
            for (int n = 1; n < 6; n++) {
                RevisionName each = name(repository, "p" + n, "ws");
                git.add(tag(each, 1, "t"));
                git.add(head(each, "t"));
                model.row(unpublished(name(repository, "p" + n, n % 2 == 0 ? "ws" : "other"), Lifecycle.DRAFT, "d"));
            }
            Collections.shuffle(git, new Random(repository.hashCode()));
            model.git(repository, git.toArray(GitRevision[]::new));
        }
        Plan plan = model.plan();
        List<CachedRevision> rows = new ArrayList<>(model.rows.values());
        for (long seed = 0; seed < 20; seed++) {
            Collections.shuffle(rows, new Random(seed));
            ObservedState shuffled = new ObservedState(
                    PlanModel.NS,
                    new ClusterView(List.copyOf(model.objects.values()), List.of(), Map.of(), "1"),
                    model.git,
                    List.copyOf(model.repositories.values()),
                    rows,
                    Consent.none());
            assertThat(new RulesPlanner(0.5).plan(shuffled)).isEqualTo(plan);
        }
    }
}
