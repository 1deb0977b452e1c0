package dev.firedrill.recovery.cli;

import dev.firedrill.recovery.plan.Action;
import dev.firedrill.recovery.plan.ActionVisitor;

/** The word for each kind of action in the JSON of a plan; programs read it, so that it stays when a class is renamed. */
final class ActionWord implements ActionVisitor<String> {
    static final ActionWord INSTANCE = new ActionWord();

    private ActionWord() {}

    @Override
    public String hold(Action.Hold action) {
        return "hold";
    }

    @Override
    public String register(Action.Register action) {
        return "register";
    }

    @Override
    public String move(Action.Move action) {
        return "move";
    }

    @Override
    public String insert(Action.Insert action) {
        return "insert";
    }

    @Override
    public String publish(Action.Publish action) {
        return "publish";
    }

    @Override
    public String clean(Action.Clean action) {
        return "clean";
    }

    @Override
    public String align(Action.Align action) {
        return "align";
    }

    @Override
    public String adopt(Action.Adopt action) {
        return "adopt";
    }

    @Override
    public String remove(Action.Remove action) {
        return "remove";
    }

    @Override
    public String removeConfirmed(Action.RemoveConfirmed action) {
        return "remove-confirmed";
    }

    @Override
    public String drop(Action.Drop action) {
        return "drop";
    }

    @Override
    public String await(Action.Await action) {
        return "await";
    }

    @Override
    public String clearPendingRemoval(Action.ClearPendingRemoval action) {
        return "settle";
    }

    @Override
    public String syncDraftBranch(Action.SyncDraftBranch action) {
        return "settle-branch";
    }

    @Override
    public String knowDrafts(Action.KnowDrafts action) {
        return "know-drafts";
    }

    @Override
    public String fixLatestFlag(Action.FixLatestFlag action) {
        return "settle-latest";
    }

    @Override
    public String rescueRepository(Action.RescueRepository action) {
        return "rescue-repository";
    }
}
