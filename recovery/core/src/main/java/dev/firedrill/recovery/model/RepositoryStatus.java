package dev.firedrill.recovery.model;

import java.util.Optional;

/**
 * What we say about a Repository.
 *
 * @param ready the condition {@code Ready}
 * @param reason {@code Ready}, {@code Reconciling}, {@code Error}, or {@code RemovalAwaitsConfirmation}
 * @param message one sentence, with a hint when not ready
 * @param packageCount package revisions, placeholders included
 * @param gitCommitHash head of the package branch, when known
 * @param freshen whether {@code lastFullSyncTime} is to move even if nothing else changed
 */
public record RepositoryStatus(
        boolean ready,
        String reason,
        String message,
        int packageCount,
        Optional<String> gitCommitHash,
        boolean freshen) {}
