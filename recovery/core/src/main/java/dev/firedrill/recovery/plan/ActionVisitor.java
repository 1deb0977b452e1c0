package dev.firedrill.recovery.plan;

/**
 * What is done with an action, a method for each kind: a kind that is forgotten does not compile.
 *
 * @param <R> the result
 */
public interface ActionVisitor<R> {
    R hold(Action.Hold action);

    R register(Action.Register action);

    R move(Action.Move action);

    R insert(Action.Insert action);

    R publish(Action.Publish action);

    R clean(Action.Clean action);

    R align(Action.Align action);

    R adopt(Action.Adopt action);

    R remove(Action.Remove action);

    R removeConfirmed(Action.RemoveConfirmed action);

    R drop(Action.Drop action);

    R await(Action.Await action);

    R clearPendingRemoval(Action.ClearPendingRemoval action);

    R syncDraftBranch(Action.SyncDraftBranch action);

    R knowDrafts(Action.KnowDrafts action);

    R fixLatestFlag(Action.FixLatestFlag action);

    R rescueRepository(Action.RescueRepository action);
}
