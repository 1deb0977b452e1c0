package dev.firedrill.proof.differential;

import dev.firedrill.recovery.plan.Action;
import dev.firedrill.recovery.plan.ActionVisitor;

/** What an action does to three stores in memory. Some kinds have no cause there, so that a plan with one is wrong. */
final class InMemoryApplier implements ActionVisitor<Runnable> {
    private final InMemoryStores memory;

    InMemoryApplier(InMemoryStores memory) {
        this.memory = memory;
    }

    void apply(Action action) {
        action.accept(this).run();
    }

    @Override
    public Runnable hold(Action.Hold action) {
        return () -> memory.hold(action.repository());
    }

    @Override
    public Runnable register(Action.Register action) {
        return () -> memory.register(action.repository());
    }

    @Override
    public Runnable move(Action.Move action) {
        return () -> memory.register(action.repository());
    }

    @Override
    public Runnable insert(Action.Insert action) {
        return () -> memory.cache().insert(action.revision());
    }

    @Override
    public Runnable publish(Action.Publish action) {
        return () -> memory.cache().replace(action.seen(), action.wanted());
    }

    @Override
    public Runnable clean(Action.Clean action) {
        return without(action);
    }

    @Override
    public Runnable align(Action.Align action) {
        return () -> memory.cache().replace(action.seen(), action.wanted());
    }

    @Override
    public Runnable adopt(Action.Adopt action) {
        return () -> memory.cache().replace(action.seen(), action.wanted());
    }

    @Override
    public Runnable remove(Action.Remove action) {
        return () -> memory.cache().remove(action.seen());
    }

    @Override
    public Runnable removeConfirmed(Action.RemoveConfirmed action) {
        return () -> action.rows().forEach(memory.cache()::remove);
    }

    @Override
    public Runnable drop(Action.Drop action) {
        return () -> memory.cache().remove(action.seen());
    }

    @Override
    public Runnable await(Action.Await action) {
        return () -> memory.markRemoval(action.repository(), true);
    }

    @Override
    public Runnable clearPendingRemoval(Action.ClearPendingRemoval action) {
        return () -> memory.markRemoval(action.repository(), false);
    }

    @Override
    public Runnable syncDraftBranch(Action.SyncDraftBranch action) {
        return () -> memory.syncDraftBranch(action.name());
    }

    @Override
    public Runnable knowDrafts(Action.KnowDrafts action) {
        return () -> memory.knowDrafts(action.repository());
    }

    @Override
    public Runnable fixLatestFlag(Action.FixLatestFlag action) {
        return without(action);
    }

    @Override
    public Runnable rescueRepository(Action.RescueRepository action) {
        return without(action);
    }

    private static Runnable without(Action action) {
        throw new NotIdempotent("nothing in memory asks for " + action);
    }
}
