package dev.firedrill.recovery.plan;

import java.util.List;

/**
 * What to do, in the order in which to do it, and what to expect and to tell.
 *
 * @param pendingRemovals what would be removed if an operator confirmed it
 */
public record Plan(
        List<Action> actions, List<ExpectedLoss> losses, List<Notice> notices, List<PendingRemoval> pendingRemovals) {
    public Plan {
        actions = List.copyOf(actions);
        losses = List.copyOf(losses);
        notices = List.copyOf(notices);
        pendingRemovals = List.copyOf(pendingRemovals);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return actions.isEmpty();
    }

    /** The actions for one Repository, in order. */
    public List<Action> actions(String repository) {
        return actions.stream()
                .filter(action -> action.repository().equals(repository))
                .toList();
    }

    /** The notices about one Repository, in order. */
    public List<Notice> notices(String repository) {
        return notices.stream()
                .filter(notice -> notice.repository().equals(repository))
                .toList();
    }
}
