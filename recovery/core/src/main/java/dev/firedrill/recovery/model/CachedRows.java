package dev.firedrill.recovery.model;

import java.util.List;

/**
 * All rows of a namespace's package revisions.
 *
 * @param revisions those that can be read
 * @param unreadable the others
 */
public record CachedRows(List<CachedRevision> revisions, List<UnreadableRow> unreadable) {
    public CachedRows {
        revisions = List.copyOf(revisions);
        unreadable = List.copyOf(unreadable);
    }
}
