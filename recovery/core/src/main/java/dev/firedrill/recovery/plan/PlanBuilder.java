package dev.firedrill.recovery.plan;

import java.util.ArrayList;
import java.util.List;

/** A plan in the making. */
final class PlanBuilder {
    private final List<Action> actions = new ArrayList<>();
    private final List<ExpectedLoss> losses = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    private final List<PendingRemoval> pendingRemovals = new ArrayList<>();

    void add(Action action) {
        actions.add(action);
    }

    void lose(String object, String what, int rule, String why) {
        losses.add(new ExpectedLoss(object, what, rule, why));
    }

    void tell(Notice.Kind kind, String repository, String subject, String message) {
        notices.add(new Notice(kind, repository, subject, message));
    }

    void await(PendingRemoval removal) {
        pendingRemovals.add(removal);
    }

    Plan build() {
        return new Plan(actions, losses, notices, pendingRemovals);
    }
}
