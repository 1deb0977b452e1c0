package dev.firedrill.recovery.plan;

import java.util.List;

/**
 * A removal that waits for an operator's word.
 *
 * @param token confirms the removal of exactly these revisions at exactly their commits
 * @param names object names
 */
public record PendingRemoval(String repository, String token, List<String> names) {
    public PendingRemoval {
        names = List.copyOf(names);
    }
}
