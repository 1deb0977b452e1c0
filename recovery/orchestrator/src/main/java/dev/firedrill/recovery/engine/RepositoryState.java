package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.model.Repository;
import java.util.Optional;

/** Whether the rows of a repository may be shown and written at present. */
public sealed interface RepositoryState {
    /** Registered, and brought in line with git by this process at least once: rows are shown and may be written. */
    record Aligned(Repository repository) implements RepositoryState {}

    /**
     * Registered but not brought in line with git by this process: rows are shown and read-only, because a write that
     * trusts a stale row could publish over what git holds.
     *
     * @param repository the object, when it is valid
     * @param why one sentence
     */
    record Unaligned(Optional<Repository> repository, String why) implements RepositoryState {}

    /**
     * Not registered: its rows are quarantined, neither shown nor written nor deleted.
     *
     * @param why one sentence
     */
    record Absent(String why) implements RepositoryState {}

    /** Whether rows are shown to users. */
    default boolean isVisible() {
        return !(this instanceof Absent);
    }

    /** Whether the repository is a deployment repository, as far as is known. */
    default boolean isDeployment() {
        if (this instanceof Aligned aligned) {
            return aligned.repository().deployment();
        }
        return this instanceof Unaligned unaligned
                && unaligned.repository().map(Repository::deployment).orElse(false);
    }
}
