package dev.firedrill.recovery.align;

import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.journal.Step;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.plan.Action;
import dev.firedrill.recovery.port.Cluster;
import dev.firedrill.recovery.port.GitRepositories;
import dev.firedrill.recovery.port.PackageCache;
import java.time.Clock;

/** Carries out one action, in one transaction of one store, and records it. */
final class Applier {
    private final Cluster cluster;
    private final PackageCache cache;
    private final GitRepositories git;
    private final Journal journal;
    private final Clock clock;
    private final String rescueSet;

    Applier(RecoveryComponents parts, String rescueSet) {
        this.cluster = parts.cluster();
        this.cache = parts.cache();
        this.git = parts.git();
        this.journal = parts.journal();
        this.clock = parts.clock();
        this.rescueSet = rescueSet;
    }

    void apply(Action action) {
        if (action instanceof Action.RescueRepository rescue) {
            rescueRepository(rescue);
        } else if (action instanceof Action.SettleBranch settle) {
            settleBranch(settle);
        } else {
            journal.step(carryOut(action), action.subject());
        }
    }

    private Step carryOut(Action action) {
        if (action instanceof Action.Hold hold) {
            cluster.hold(hold.object());
            return Step.REPOSITORY_HELD;
        } else if (action instanceof Action.Register register) {
            cache.register(register.object());
            return Step.REPOSITORY_REGISTERED;
        } else if (action instanceof Action.Move move) {
            cache.move(move.object());
            return Step.REPOSITORY_MOVED;
        } else if (action instanceof Action.Insert insert) {
            insert.kept()
                    .ifPresentOrElse(
                            kept -> cache.reinstate(insert.revision(), kept), () -> cache.insert(insert.revision()));
            return Step.REVISION_INSERTED;
        } else if (action instanceof Action.Publish publish) {
            write(publish.seen(), publish.wanted(), publish.rescue(), publish.text());
            return Step.REVISION_ALIGNED;
        } else if (action instanceof Action.Align align) {
            write(align.seen(), stamped(align.wanted()), align.rescue(), align.text());
            return Step.REVISION_ALIGNED;
        } else if (action instanceof Action.Clean clean) {
            cache.update(clean.seen(), stamped(clean.wanted()));
            return Step.REVISION_ALIGNED;
        } else if (action instanceof Action.Adopt adopt) {
            cache.update(adopt.seen(), stamped(adopt.wanted()));
            return Step.REVISION_ADOPTED;
        } else if (action instanceof Action.Remove remove) {
            cache.rescue(remove.seen(), rescueSet, remove.why());
            return Step.REVISION_RESCUED;
        } else if (action instanceof Action.RemoveConfirmed removal) {
            cache.rescueAll(removal.rows(), rescueSet, removal.why());
            return Step.REVISION_RESCUED;
        } else if (action instanceof Action.Drop drop) {
            cache.delete(drop.seen().name());
            return Step.PLACEHOLDER_DROPPED;
        } else if (action instanceof Action.Await) {
            cache.markRemoval(cluster.namespace(), action.repository(), true);
            return Step.REMOVAL_AWAITS;
        } else if (action instanceof Action.Settle) {
            cache.markRemoval(cluster.namespace(), action.repository(), false);
            return Step.REMOVAL_SETTLED;
        } else if (action instanceof Action.KnowDrafts) {
            cache.knowDrafts(cluster.namespace(), action.repository());
            return Step.DRAFTS_KNOWN;
        } else if (action instanceof Action.SettleLatest settle) {
            cache.settleLatest(settle.name());
            return Step.LATEST_SETTLED;
        }
        throw new IllegalStateException("no way to carry out " + action);
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

    /**
     * The row is read again in between: a user may have made or deleted the draft since the plan was made, and what that
     * user was told is the truth by now.
     */
    private void settleBranch(Action.SettleBranch settle) {
        settle.rescue().ifPresent(copy -> {
            cache.setAside(copy, rescueSet, settle.why());
            journal.step(Step.REVISION_RESCUED, settle.subject());
        });
        boolean pushed = git.settleDraft(
                settle.object(),
                settle.name(),
                () -> cache.find(cluster.namespace(), settle.subject())
                        .filter(row -> row.name().equals(settle.name())));
        if (pushed) {
            journal.step(Step.DRAFT_PUSHED, settle.subject());
        }
    }

    private void rescueRepository(Action.RescueRepository rescue) {
        cache.rescueRepository(rescue.namespace(), rescue.repository(), rescueSet, rescue.why());
        journal.step(Step.REPOSITORY_RESCUED, rescue.repository());
        // Only now may the object go: a process killed in between finds it and does the rest.
        if (rescue.release().isPresent()) {
            cluster.release(rescue.release().get());
            journal.step(Step.REPOSITORY_RELEASED, rescue.repository());
        }
    }
}
