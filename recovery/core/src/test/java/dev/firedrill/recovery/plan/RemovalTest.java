package dev.firedrill.recovery.plan;

import static dev.firedrill.recovery.plan.PlanModel.head;
import static dev.firedrill.recovery.plan.PlanModel.labelled;
import static dev.firedrill.recovery.plan.PlanModel.name;
import static dev.firedrill.recovery.plan.PlanModel.object;
import static dev.firedrill.recovery.plan.PlanModel.published;
import static dev.firedrill.recovery.plan.PlanModel.tag;
import static dev.firedrill.recovery.plan.PlanModel.unpublished;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.port.Cluster;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What git does not have goes, but not much of it without a word. */
class RemovalTest {
    private final PlanModel model = new PlanModel();
    private final RevisionName foo = name("r1", "foo", "ws");

    private static List<Notice.Kind> kinds(Plan plan) {
        return plan.notices().stream().map(Notice::kind).toList();
    }

    private void rows(int count) {
        model.settled("r1");
        for (int n = 1; n <= count; n++) {
            model.row(published(tag(name("r1", "p" + n, "ws"), 1, "t" + n), Lifecycle.PUBLISHED));
        }
    }

    private void git(int... kept) {
        model.git(
                "r1",
                IntStream.of(kept)
                        .mapToObj(n -> tag(name("r1", "p" + n, "ws"), 1, "t" + n))
                        .toArray(GitRevision[]::new));
    }

    @ParameterizedTest(name = "{0} rows, {1} missing, threshold {2}: asks {3}")
    @CsvSource({
        "1,1,0.5,true", "2,1,0.5,false", "3,1,0.5,false", "3,2,0.5,true", "4,2,0.5,false", "4,3,0.5,true",
        "4,4,0.5,true", "4,1,0.0,true", "4,3,1.0,false", "4,4,1.0,true", "10,3,0.25,true", "10,2,0.25,false"
    })
    void asks_when_much_would_go(int count, int missing, double threshold, boolean asks) {
        rows(count);
        git(IntStream.rangeClosed(missing + 1, count).toArray());
        model.threshold = threshold;

        Plan plan = model.recover();

        assertThat(model.rows).hasSize(asks ? count : count - missing);
        assertThat(kinds(plan).contains(Notice.Kind.REMOVAL_AWAITS_CONFIRMATION))
                .isEqualTo(asks);
        assertThat(model.rescued).hasSize(asks ? 0 : missing);
    }

    @Test
    void goes_on_with_what_is_safe_meanwhile() {
        rows(2);
        RevisionName stale = name("r1", "q", "ws");
        model.row(unpublished(stale, Lifecycle.PROPOSED, "q"));
        model.git("r1", tag(stale, 1, "q"), tag(name("r1", "new", "ws"), 1, "n"));

        model.recover();

        assertThat(model.rows).hasSize(4);
        assertThat(model.row("r1.q.ws").lifecycle()).isEqualTo(Lifecycle.PUBLISHED);
        assertThat(kinds(model.plan()))
                .as("what came meanwhile does not make the removal look small")
                .contains(Notice.Kind.REMOVAL_AWAITS_CONFIRMATION);
    }

    @Test
    void blocks_what_needs_the_number_of_a_row_that_has_to_stay() {
        rows(1);
        model.git("r1", tag(name("r1", "p1", "other"), 1, "o"));

        Plan plan = model.recover();

        assertThat(model.rows).hasSize(1);
        assertThat(kinds(plan)).contains(Notice.Kind.BLOCKED, Notice.Kind.REMOVAL_AWAITS_CONFIRMATION);
    }

    @Test
    void happens_with_the_token_of_exactly_this_removal() {
        rows(2);
        git();
        PendingRemoval pending = model.plan().pendingRemovals().get(0);
        assertThat(pending.names()).containsExactly("r1.p1.ws", "r1.p2.ws");
        model.consent = new Consent(Map.of("r1", pending.token()), false);
        model.row(published(tag(name("r1", "p3", "ws"), 1, "t3"), Lifecycle.PUBLISHED));

        Plan other = model.recover();
        assertThat(model.rows).as("consent to another removal").hasSize(3);
        assertThat(kinds(other)).contains(Notice.Kind.STALE_CONFIRMATION);

        model.consent =
                new Consent(Map.of("r1", model.plan().pendingRemovals().get(0).token()), false);
        model.recover();
        assertThat(model.rows).isEmpty();
        assertThat(model.rescued).hasSize(3);
        assertThat(model.repositories.get("r1").removalAwaits()).isFalse();
    }

    @Test
    void token_depends_on_names_and_commits_alone() {
        rows(2);
        git();
        String token = model.plan().pendingRemovals().get(0).token();
        model.rows.replaceAll((name, row) -> labelled(row, "x"));
        assertThat(model.plan().pendingRemovals().get(0).token()).isEqualTo(token);
        RevisionName p1 = name("r1", "p1", "ws");
        model.row(published(tag(p1, 1, "another commit"), Lifecycle.PUBLISHED));
        assertThat(model.plan().pendingRemovals().get(0).token()).isNotEqualTo(token);
    }

    @Test
    void can_be_confirmed_on_the_repository() {
        rows(1);
        git();
        String token = model.plan().pendingRemovals().get(0).token();
        model.objects.put("r1", object("r1", "uid-r1", "", "main", false, Map.of(Cluster.CONFIRM_REMOVAL, token)));

        model.recover();

        assertThat(model.rows).isEmpty();
    }

    @Test
    void finishes_a_deletion_that_was_cut_short_after_its_tag_went() {
        model.settled("r1");
        model.row(published(tag(foo, 1, "a"), Lifecycle.DELETION_PROPOSED));
        model.git("r1", head(foo, "a"));

        Plan plan = model.recover();

        assertThat(model.rows).containsOnlyKeys(name("r1", "foo", "main"));
        assertThat(model.rescued).hasSize(1);
        assertThat(plan.pendingRemovals()).isEmpty();
    }

    @Test
    void asks_also_for_a_proposed_deletion_when_its_directory_is_gone_too() {
        model.settled("r1");
        model.row(published(tag(foo, 1, "a"), Lifecycle.DELETION_PROPOSED));
        git();

        Plan plan = model.recover();

        assertThat(model.rows).hasSize(1);
        assertThat(kinds(plan)).contains(Notice.Kind.REMOVAL_AWAITS_CONFIRMATION);
    }

    @Test
    void asks_with_the_command_that_answers() {
        rows(2);
        git();

        Plan plan = model.recover();

        assertThat(plan.notices().get(0).message())
                .startsWith("2 of 2 published revisions of Repository 'r1' are not in git any more")
                .endsWith("'firedrill recover --confirm-removal r1="
                        + plan.pendingRemovals().get(0).token() + "'.");
    }

    @Test
    void finishes_what_was_being_deleted_by_users_however_much_it_is() {
        rows(2);
        model.rows.replaceAll((name, row) -> row.withMetadata(new Metadata(
                row.metadata().labels(),
                row.metadata().annotations(),
                row.metadata().owners(),
                row.metadata().finalizers(),
                row.metadata().createdAt(),
                Optional.of(PlanModel.AT))));
        git();

        assertThat(model.recover().pendingRemovals()).isEmpty();
        assertThat(model.rows).isEmpty();
    }

    @Test
    void gives_unreadable_repositories_their_owners_back() {
        rows(1);
        model.rows.replaceAll(
                (name, row) -> row.withMetadata(row.metadata().withOwners(List.of(PlanModel.owner("v", "dead")))));
        model.variants.add(PlanModel.variant("v", "living", "r1", "p1"));
        model.git.put("r1", new GitView.Unreadable(GitView.Obstacle.UNREACHABLE, "it is so."));

        model.recover();

        assertThat(model.row("r1.p1.ws").metadata().owners()).containsExactly(PlanModel.owner("v", "living"));
    }

    @Test
    void counts_no_placeholders() {
        rows(2);
        for (String path : List.of("p1", "p2")) {
            model.row(published(head(name("r1", path, "ws"), "h"), Lifecycle.PUBLISHED));
        }
        model.git("r1", tag(name("r1", "p1", "ws"), 1, "t1"));

        Plan plan = model.recover();

        assertThat(plan.pendingRemovals())
                .as("one of two revisions is not more than half")
                .isEmpty();
        assertThat(model.rescued).hasSize(1);
        assertThat(model.rows).containsOnlyKeys(name("r1", "p1", "ws"));
    }

    @Test
    void asks_for_two_proposed_deletions_at_once() {
        RevisionName bar = name("r1", "bar", "ws");
        model.settled("r1");
        model.row(published(tag(foo, 1, "a"), Lifecycle.DELETION_PROPOSED));
        model.row(published(tag(bar, 1, "b"), Lifecycle.DELETION_PROPOSED));
        model.git("r1", head(foo, "a"), head(bar, "b"));

        Plan plan = model.recover();

        assertThat(plan.pendingRemovals()).hasSize(1);
        assertThat(model.rescued).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(GitView.Obstacle.class)
    void never_follows_from_git_that_cannot_be_read(GitView.Obstacle problem) {
        rows(3);
        model.row(unpublished(foo, Lifecycle.DRAFT, "a"));
        model.git.put("r1", new GitView.Unreadable(problem, "it is so."));

        Plan plan = model.recover();

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.notices()).containsExactly(new Notice(Notice.Kind.UNREADABLE, "r1", "r1", "it is so."));
    }
}
