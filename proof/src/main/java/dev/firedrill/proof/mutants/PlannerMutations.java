package dev.firedrill.proof.mutants;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitDraft;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.plan.Action;
import dev.firedrill.recovery.plan.Consent;
import dev.firedrill.recovery.plan.ObservedState;
import dev.firedrill.recovery.plan.PendingRemoval;
import dev.firedrill.recovery.plan.Plan;
import dev.firedrill.recovery.plan.Planner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ways to decide wrongly. */
final class PlannerMutations {
    private PlannerMutations() {}

    /** Makes two mistakes. */
    static UnaryOperator<Planner> both(UnaryOperator<Planner> one, UnaryOperator<Planner> other) {
        return planner -> other.apply(one.apply(planner));
    }

    /** Never puts right what an earlier pass did wrong; the shipped recovery does, and no mistake would last. */
    static UnaryOperator<Planner> neverMending() {
        return without(action ->
                action instanceof Action.Align || action instanceof Action.Publish || action instanceof Action.Remove);
    }

    /** Leaves out what it should do. */
    static UnaryOperator<Planner> without(Predicate<Action> forgotten) {
        return breaking((planner, observed) -> actions(
                planner.plan(observed),
                actions -> actions.filter(action -> !forgotten.test(action)).toList()));
    }

    /** Does one kind of action wrongly. */
    static <A extends Action> UnaryOperator<Planner> each(Class<A> kind, Function<A, Action> wrong) {
        return breaking((planner, observed) -> actions(
                planner.plan(observed),
                actions -> actions.map(action -> kind.isInstance(action) ? wrong.apply(kind.cast(action)) : action)
                        .toList()));
    }

    /** Does another action beside each one of a kind. */
    static <A extends Action> UnaryOperator<Planner> also(Class<A> kind, Function<A, Action> more) {
        return breaking((planner, observed) -> actions(
                planner.plan(observed),
                actions -> actions.flatMap(action -> kind.isInstance(action)
                                ? Stream.of(action, more.apply(kind.cast(action)))
                                : Stream.of(action))
                        .toList()));
    }

    /** Does something to rows of registered Repositories that nobody asked for. */
    static UnaryOperator<Planner> alsoFor(Predicate<CachedRevision> rows, Function<CachedRevision, Action> unasked) {
        return breaking((planner, observed) -> {
            Plan plan = planner.plan(observed);
            Set<String> touched = plan.actions().stream()
                    .map(action -> action.subject().name())
                    .collect(Collectors.toSet());
            Set<String> registered = observed.cluster().repositories().stream()
                    .map(Repository::name)
                    .collect(Collectors.toSet());
            Stream<Action> more = observed.revisions().stream()
                    .filter(row -> registered.contains(row.name().repository()))
                    .filter(row -> !touched.contains(row.name().objectName()))
                    .filter(rows)
                    .map(unasked);
            return actions(plan, actions -> Stream.concat(actions, more).toList());
        });
    }

    /** Also writes down, for each Repository that has nothing to be done, that nothing awaits confirmation there. */
    static UnaryOperator<Planner> writingThatNothingAwaits() {
        return breaking((planner, observed) -> {
            Plan plan = planner.plan(observed);
            Set<String> busy = plan.actions().stream().map(Action::repository).collect(Collectors.toSet());
            Stream<Action> more = observed.cluster().repositories().stream()
                    .map(Repository::name)
                    .filter(name -> !busy.contains(name))
                    .map(Action.ClearPendingRemoval::new);
            return actions(plan, actions -> Stream.concat(actions, more).toList());
        });
    }

    /**
     * Takes out every draft of which it sees no branch in git, whether or not it looks for branches. Drafts of
     * PackageVariants are spared: those would be made again at once, and it would never come to an end.
     */
    static UnaryOperator<Planner> takingOutDraftsWithoutBranch() {
        return breaking((planner, observed) -> {
            Set<RevisionName> branches = observed.git().values().stream()
                    .flatMap(view -> view instanceof GitView.Readable readable
                            ? readable.drafts().stream()
                            : Stream.<GitDraft>empty())
                    .map(GitDraft::name)
                    .collect(Collectors.toSet());
            return alsoFor(
                            row -> !row.lifecycle().isPublished()
                                    && row.metadata().owners().isEmpty()
                                    && !branches.contains(row.name()),
                            row -> new Action.Remove(row, "git has no branch of it"))
                    .apply(planner)
                    .plan(observed);
        });
    }

    /** Does nothing and finds nothing. */
    static UnaryOperator<Planner> nothing() {
        return breaking((planner, observed) -> new Plan(List.of(), List.of(), List.of(), List.of()));
    }

    /** Takes out what is set aside, as soon as things are so. */
    static UnaryOperator<Planner> asIfTheWindowWereClosed(Predicate<ObservedState> when) {
        return breaking((planner, observed) -> planner.plan(consenting(
                observed,
                new Consent(
                        observed.consent().confirmedRemovals(),
                        observed.consent().windowClosed() || when.test(observed)))));
    }

    /** Takes out whatever would have to be confirmed. */
    static UnaryOperator<Planner> asIfEveryRemovalWereConfirmed() {
        return breaking((planner, observed) -> {
            Plan asking = planner.plan(observed);
            return planner.plan(consenting(
                    observed,
                    new Consent(
                            asking.pendingRemovals().stream()
                                    .collect(Collectors.toMap(PendingRemoval::repository, PendingRemoval::token)),
                            false)));
        });
    }

    /** Acts on the first repository only. */
    static UnaryOperator<Planner> firstRepositoryOnly() {
        return breaking((planner, observed) -> {
            Plan plan = planner.plan(observed);
            String first = observed.cluster().repositories().stream()
                    .map(Repository::name)
                    .sorted()
                    .findFirst()
                    .orElse("");
            return actions(
                    plan,
                    actions -> actions.filter(action -> action.repository().equals(first))
                            .toList());
        });
    }

    /** Takes a git repository that has nothing for one in which nothing has changed. */
    static UnaryOperator<Planner> asIfNothingInGitMeantNoChange() {
        return breaking((planner, observed) -> {
            Set<String> empty = observed.git().entrySet().stream()
                    .filter(entry -> entry.getValue() instanceof GitView.Readable readable
                            && readable.revisions().isEmpty())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            Plan plan = planner.plan(observed);
            return new Plan(
                    plan.actions().stream()
                            .filter(action -> !empty.contains(action.repository())
                                    || action instanceof Action.Hold
                                    || action instanceof Action.Register)
                            .toList(),
                    plan.losses(),
                    plan.notices().stream()
                            .filter(notice -> !empty.contains(notice.repository()))
                            .toList(),
                    plan.pendingRemovals().stream()
                            .filter(removal -> !empty.contains(removal.repository()))
                            .toList());
        });
    }

    /** Knows a package by the last part of its path, and takes out every one that is called like one that has to go. */
    static UnaryOperator<Planner> lastPartOfThePathOnly() {
        return breaking((planner, observed) -> {
            Plan plan = planner.plan(observed);
            Set<String> touched = plan.actions().stream()
                    .map(action -> action.subject().name())
                    .collect(Collectors.toSet());
            Set<String> going = plan.actions().stream()
                    .filter(Action.Remove.class::isInstance)
                    .map(action -> leaf(((Action.Remove) action).seen()))
                    .collect(Collectors.toSet());
            Stream<Action> more = observed.revisions().stream()
                    .filter(row -> row.lifecycle().isPublished() && going.contains(leaf(row)))
                    .filter(row -> !touched.contains(row.name().objectName()))
                    .map(row -> new Action.Remove(row, "git does not have it"));
            return actions(plan, actions -> Stream.concat(actions, more).toList());
        });
    }

    private static String leaf(CachedRevision row) {
        String path = row.name().packageName().path();
        return row.name().repository() + " " + path.substring(path.lastIndexOf('/') + 1) + " "
                + row.name().workspace();
    }

    private static ObservedState consenting(ObservedState observed, Consent consent) {
        return new ObservedState(
                observed.namespace(),
                observed.cluster(),
                observed.git(),
                observed.repositories(),
                observed.revisions(),
                consent);
    }

    private static Plan actions(Plan plan, Function<Stream<Action>, List<Action>> change) {
        return new Plan(change.apply(plan.actions().stream()), plan.losses(), plan.notices(), plan.pendingRemovals());
    }

    private static UnaryOperator<Planner> breaking(Wrong wrong) {
        return planner -> observed -> wrong.plan(planner, observed);
    }

    private interface Wrong {
        Plan plan(Planner shipped, ObservedState observed);
    }
}
