package dev.firedrill.recovery.cache;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import java.util.List;
import java.util.Optional;

/**
 * The package cache as the rest of the recovery uses it. Every method is one transaction: a process killed in it has done
 * all of it or nothing. Methods throw {@link CacheUnavailable} when the database does not answer or lacks a table, and
 * {@link CacheRefused} when a constraint or trigger refuses the write.
 */
public interface PackageCache {
    /** The repositories that have a row, whether or not the control plane knows them. */
    List<CachedRepository> repositories();

    /** Inserts the repository's row or brings it up to date; writes nothing when it is up to date. */
    void register(Repository repository);

    /** All revisions of all repositories of {@code namespace}, with their contents. */
    List<CachedRevision> revisions(String namespace);

    /** All revisions of one repository, with their contents. */
    List<CachedRevision> revisions(String namespace, String repository);

    /** One revision with its content. */
    Optional<CachedRevision> find(String namespace, String objectName);

    /** Inserts a revision that has no row, its package's row and its resources. */
    void insert(CachedRevision revision);

    /**
     * Replaces a revision's row and resources.
     *
     * @throws CacheConflict when the row is gone or was written since {@code seen} was read
     */
    void update(CachedRevision seen, CachedRevision wanted);

    /** Deletes a revision's row for good, as a user asked; harmless when it is gone. */
    void delete(RevisionName name);

    /** Moves a revision out of the cache into the rescue set {@code set}, in the same transaction. */
    void rescue(CachedRevision revision, String set, String reason);

    /** Deletes a repository's row with all below it, each revision that is not a placeholder first into {@code set}. */
    void rescueRepository(String namespace, String repository, String set, String reason);
}
