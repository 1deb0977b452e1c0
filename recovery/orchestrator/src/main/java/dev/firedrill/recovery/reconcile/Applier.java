package dev.firedrill.recovery.reconcile;

import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.journal.Step;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.plan.Action;
import dev.firedrill.recovery.plan.ActionVisitor;
import dev.firedrill.recovery.port.Cluster;
import dev.firedrill.recovery.port.GitRepositories;
import dev.firedrill.recovery.port.PackageCache;
import java.time.Clock;
import java.util.Optional;

/**
 * Carries out one action, in one transaction of one store, and records it. Each visit returns the last step that took effect,
 * which {@link #apply} records; the steps before it are recorded as they happen.
 */
final class Applier implements ActionVisitor<Optional<Step>> {
    private final Cluster cluster;
    private final PackageCache cache;
    private final GitRepositories git;
    private final Journal journal;
    private final Clock clock;
    private final String rescueSet;

    Applier(RecoveryComponents components, String rescueSet) {
        this.cluster = components.cluster();
        this.cache = components.cache();
        this.git = components.git();
        this.journal = components.journal();
        this.clock = components.clock();
        this.rescueSet = rescueSet;
    }

    void apply(Action action) {
        action.accept(this)
                .ifPresent(step -> journal.step(step, action.subject().name()));
    }

    @Override
    public Optional<Step> hold(Action.Hold action) {
        cluster.hold(action.object());
        return Optional.of(Step.REPOSITORY_HELD);
    }

    @Override
    public Optional<Step> register(Action.Register action) {
        cache.register(action.object());
        return Optional.of(Step.REPOSITORY_REGISTERED);
    }

    @Override
    public Optional<Step> move(Action.Move action) {
        cache.move(action.object());
        return Optional.of(Step.REPOSITORY_MOVED);
    }

    @Override
    public Optional<Step> insert(Action.Insert action) {
        action.kept()
                .ifPresentOrElse(
                        kept -> cache.reinstate(action.revision(), kept), () -> cache.insert(action.revision()));
        return Optional.of(Step.REVISION_INSERTED);
    }

    @Override
    public Optional<Step> publish(Action.Publish action) {
        write(action.seen(), action.wanted(), action.rescue(), action.text());
        return Optional.of(Step.REVISION_ALIGNED);
    }

    @Override
    public Optional<Step> clean(Action.Clean action) {
        cache.update(action.seen(), stamped(action.wanted()));
        return Optional.of(Step.REVISION_ALIGNED);
    }

    @Override
    public Optional<Step> align(Action.Align action) {
        write(action.seen(), stamped(action.wanted()), action.rescue(), action.text());
        return Optional.of(Step.REVISION_ALIGNED);
    }

    @Override
    public Optional<Step> adopt(Action.Adopt action) {
        cache.update(action.seen(), stamped(action.wanted()));
        return Optional.of(Step.REVISION_ADOPTED);
    }

    @Override
    public Optional<Step> remove(Action.Remove action) {
        cache.rescue(action.seen(), rescueSet, action.why());
        return Optional.of(Step.REVISION_RESCUED);
    }

    @Override
    public Optional<Step> removeConfirmed(Action.RemoveConfirmed action) {
        cache.rescueAll(action.rows(), rescueSet, action.why());
        return Optional.of(Step.REVISION_RESCUED);
    }

    @Override
    public Optional<Step> drop(Action.Drop action) {
        cache.delete(action.seen().name());
        return Optional.of(Step.PLACEHOLDER_DROPPED);
    }

    @Override
    public Optional<Step> await(Action.Await action) {
        cache.markRemoval(cluster.namespace(), action.repository(), true);
        return Optional.of(Step.REMOVAL_AWAITS);
    }

    @Override
    public Optional<Step> clearPendingRemoval(Action.ClearPendingRemoval action) {
        cache.markRemoval(cluster.namespace(), action.repository(), false);
        return Optional.of(Step.REMOVAL_SETTLED);
    }

    @Override
    public Optional<Step> knowDrafts(Action.KnowDrafts action) {
        cache.knowDrafts(cluster.namespace(), action.repository());
        return Optional.of(Step.DRAFTS_KNOWN);
    }

    @Override
    public Optional<Step> fixLatestFlag(Action.FixLatestFlag action) {
        cache.fixLatest(action.name());
        return Optional.of(Step.LATEST_SETTLED);
    }

    /**
     * The row is read again in between: a user may have made or deleted the draft since the plan was made, and what that
     * user was told is the truth by now.
     */
    @Override
    public Optional<Step> syncDraftBranch(Action.SyncDraftBranch action) {
        String revision = action.subject().name();
        action.rescue().ifPresent(copy -> {
            cache.setAside(copy, rescueSet, action.why());
            journal.step(Step.REVISION_RESCUED, revision);
        });
        boolean pushed = git.syncDraft(
                action.object(),
                action.name(),
                () -> cache.find(cluster.namespace(), revision)
                        .filter(row -> row.name().equals(action.name())));
        return pushed ? Optional.of(Step.DRAFT_PUSHED) : Optional.empty();
    }

    @Override
    public Optional<Step> rescueRepository(Action.RescueRepository action) {
        cache.rescueRepository(action.namespace(), action.repository(), rescueSet, action.why());
        if (action.release().isEmpty()) {
            return Optional.of(Step.REPOSITORY_RESCUED);
        }
        journal.step(Step.REPOSITORY_RESCUED, action.repository());
        // Only now may the object go: a process killed in between finds it and does the rest.
        cluster.release(action.release().get());
        return Optional.of(Step.REPOSITORY_RELEASED);
    }

    private CachedRevision stamped(CachedRevision wanted) {
        return wanted.writtenBy(wanted.updatedBy(), clock.instant());
    }

    private void write(CachedRevision seen, CachedRevision wanted, boolean rescue, String why) {
        if (rescue) {
            cache.rescueAndUpdate(seen, wanted, rescueSet, why);
        } else {
            cache.update(seen, wanted);
        }
    }
}
