package dev.firedrill.environments.role.system;

import java.util.List;

/** Ability of a system to say what it would do, without doing it. */
public interface Plans {
    /** What is so already, such as that a repository is {@code quarantined}. */
    record Notice(String kind, String repository) {}

    /** Something that it would do. */
    record PlannedAction(String repository, String text) {}

    /**
     * What it would do.
     *
     * @param notices what is so already
     * @param actions what it would change
     * @param losses the names of the objects that would be gone afterwards
     */
    record RecoveryPlan(List<Notice> notices, List<PlannedAction> actions, List<String> losses) {
        public RecoveryPlan {
            notices = List.copyOf(notices);
            actions = List.copyOf(actions);
            losses = List.copyOf(losses);
        }
    }

    /**
     * What it would do now.
     *
     * @throws AssertionError when it does not say
     */
    RecoveryPlan plan();
}
