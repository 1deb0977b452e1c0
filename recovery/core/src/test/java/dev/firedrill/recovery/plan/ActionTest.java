package dev.firedrill.recovery.plan;

import static dev.firedrill.recovery.plan.PlanModel.name;
import static dev.firedrill.recovery.plan.PlanModel.object;
import static dev.firedrill.recovery.plan.PlanModel.published;
import static dev.firedrill.recovery.plan.PlanModel.tag;
import static dev.firedrill.recovery.plan.PlanModel.unpublished;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.firedrill.recovery.model.CachedRepository;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator reads before a plan is applied. */
class ActionTest {
    private static final RevisionName FOO = name("r1", "a/foo", "ws");
    private static final Repository R1 = object("r1", "uid", "below", "main", false, Map.of());
    private static final CachedRepository BEFORE = new CachedRepository("ns", "r1", "uid", "above", "trunk", "{}");
    private static final CachedRevision DRAFT = unpublished(FOO, Lifecycle.DRAFT, "mine");
    private static final CachedRevision PUBLISHED = published(tag(FOO, 3, "git"), Lifecycle.PUBLISHED);

    static Stream<Arguments> actions() {
        return Stream.of(
                arguments(new Action.Hold(R1), "r1", "is held, so that its deletion rescues its drafts"),
                arguments(new Action.Register(R1), "r1", "is registered as the control plane has it"),
                arguments(
                        new Action.Move(R1, BEFORE),
                        "r1",
                        "moves from directory 'above' and branch 'trunk' to directory 'below' and branch 'main'"),
                arguments(new Action.Insert(PUBLISHED), "r1.a.foo.ws", "returns from git as revision 3"),
                arguments(
                        new Action.Publish(DRAFT, PUBLISHED, false),
                        "r1.a.foo.ws",
                        "is a stale Draft and becomes Published, revision 3, as in git"),
                arguments(
                        new Action.Publish(DRAFT, PUBLISHED, true),
                        "r1.a.foo.ws",
                        "is a stale Draft and becomes Published, revision 3, as in git; its content is rescued first"),
                arguments(
                        new Action.Align(PUBLISHED, PUBLISHED, false, "it is"),
                        "r1.a.foo.ws",
                        "is aligned with git: it is"),
                arguments(
                        new Action.Align(PUBLISHED, PUBLISHED, true, "it is"),
                        "r1.a.foo.ws",
                        "is aligned with git: it is; its content is rescued first"),
                arguments(
                        new Action.Adopt(DRAFT, DRAFT),
                        "r1.a.foo.ws",
                        "is owned again by its PackageVariant, which came back with a new UID"),
                arguments(new Action.Remove(PUBLISHED, "so"), "r1.a.foo.ws", "goes to the rescue set: so"),
                arguments(
                        new Action.RemoveConfirmed("r1", List.of(PUBLISHED, PUBLISHED), "so"),
                        "r1",
                        "loses 2 published revisions to the rescue set, as confirmed: so"),
                arguments(
                        new Action.Drop(PUBLISHED),
                        "r1.a.foo.ws",
                        "is a placeholder without a directory on the package branch and goes"),
                arguments(new Action.Await("r1", 2), "r1", "waits for confirmation before 2 published revisions go"),
                arguments(new Action.ClearPendingRemoval("r1"), "r1", "no longer waits for confirmation of a removal"),
                arguments(
                        new Action.FixLatestFlag(FOO.packageName()),
                        "r1.a.foo",
                        "gets its latest flag on its highest revision alone"),
                arguments(
                        new Action.RescueRepository("ns", "r1", "so", Optional.empty()),
                        "r1",
                        "goes to the rescue set with all its revisions: so"));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void says_what_it_does_to_what(Action action, String subject, String text) {
        assertThat(action.repository()).isEqualTo("r1");
        assertThat(action.subject().name()).isEqualTo(subject);
        assertThat(action.text()).isEqualTo(text);
    }

    @Test
    void a_plan_is_read_by_repository() {
        Action one = new Action.ClearPendingRemoval("r1");
        Action other = new Action.ClearPendingRemoval("r2");
        Notice notice = new Notice(Notice.Kind.INVALID, "r1", "r1", "it is.");
        Notice elsewhere = new Notice(Notice.Kind.MOVED_TAG, "r2", "x", "it was.");
        Plan plan = new Plan(List.of(one, other), List.of(), List.of(notice, elsewhere), List.of());

        assertThat(plan.isEmpty()).isFalse();
        assertThat(plan.actions("r1")).containsExactly(one);
        assertThat(plan.actions("r2")).containsExactly(other);
        assertThat(plan.notices("r1")).containsExactly(notice);
        assertThat(plan.notices("r2")).containsExactly(elsewhere);
        assertThat(notice.kind().holdsUp()).isTrue();
        assertThat(elsewhere.kind().holdsUp()).isFalse();
    }
}
