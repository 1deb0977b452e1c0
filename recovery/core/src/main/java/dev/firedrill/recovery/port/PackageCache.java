package dev.firedrill.recovery.port;

import dev.firedrill.recovery.model.CachedRepository;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.CachedRows;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RescuedMetadata;
import dev.firedrill.recovery.model.RevisionName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The package cache as the rest of the recovery uses it. Every method is one transaction: a process killed in it has done
 * all of it or nothing. Reads leave the database's transaction counter alone. Methods throw {@link CacheUnavailable} when
 * the database does not answer or lacks a table, {@link CacheRefused} when a constraint or trigger refuses the write, and
 * {@link CacheConflict} when another writer was faster.
 */
public interface PackageCache {
    /** The repositories that have a row, whether or not the control plane knows them. */
    List<CachedRepository> repositories();

    /**
     * Inserts the repository's row or brings it up to date; writes nothing when it is up to date.
     *
     * @throws CacheRefused when the row was made for another directory or branch; see {@link #move}
     */
    void register(Repository repository);

    /**
     * Makes the row of a repository anew because its directory or branch changed, which the row cannot follow. All
     * revisions stay as they are.
     *
     * @throws CacheRefused when a row of it cannot be read, which would be lost
     */
    void move(Repository repository);

    /**
     * Remembers, or forgets, that a removal of published rows waits for confirmation. Without a memory, what comes from git
     * meanwhile would make the removal look small.
     */
    void markRemoval(String namespace, String repository, boolean awaits);

    /**
     * Remembers that all drafts of the repository that git had branches of are rows. The memory goes with the row, so that
     * a cache that was lost has none.
     */
    void knowDrafts(String namespace, String repository);

    /** All revisions of all repositories of {@code namespace} that can be read, with their contents. */
    List<CachedRevision> revisions(String namespace);

    /** The same, and the rows that cannot be read. */
    default CachedRows rows(String namespace) {
        return new CachedRows(revisions(namespace), List.of());
    }

    /** All revisions of one repository that can be read, with their contents. */
    List<CachedRevision> revisions(String namespace, String repository);

    /**
     * One revision with its content.
     *
     * @throws CacheRefused when its row is there and cannot be read
     */
    Optional<CachedRevision> find(String namespace, String objectName);

    /** Inserts a revision that has no row, its package's row and its resources. */
    void insert(CachedRevision revision);

    /** Inserts a revision to which a rescue set gives its metadata back, and takes what the set kept out of it. */
    default void reinstate(CachedRevision revision, RescuedMetadata kept) {
        insert(revision);
    }

    /**
     * Replaces a revision's row and resources; writes nothing when both are equal, time and writer apart. Every write
     * gets a later time than the one before.
     *
     * @throws CacheConflict when the row is gone or was written since {@code seen} was read
     */
    void update(CachedRevision seen, CachedRevision wanted);

    /** Copies {@code seen} into the rescue set {@code set} and replaces it, in one transaction. */
    void rescueAndUpdate(CachedRevision seen, CachedRevision wanted, String set, String reason);

    /** Deletes a revision's row for good, as a user asked; harmless when it is gone. */
    void delete(RevisionName name);

    /** Writes {@code copy}, which need not have a row, into the rescue set {@code set}; the cache stays as it is. */
    void setAside(CachedRevision copy, String set, String reason);

    /** Moves a revision out of the cache into the rescue set {@code set}, in one transaction; harmless when it is gone. */
    void rescue(CachedRevision revision, String set, String reason);

    /** Moves all of {@code revisions} into the rescue set {@code set}, or none; those that are gone already are passed by. */
    void rescueAll(List<CachedRevision> revisions, String set, String reason);

    /**
     * Deletes a repository's row with all below it, each revision that is not a placeholder first into {@code set}.
     *
     * @throws CacheRefused when a row of it cannot be read, which would be lost
     */
    void rescueRepository(String namespace, String repository, String set, String reason);

    /** Puts the latest flag of a package where it belongs: on its highest published revision alone. */
    void fixLatest(PackageName name);

    /**
     * Waits for the right to align {@code namespace}.
     *
     * @throws CacheConflict when another process holds it for longer than {@code patience}
     */
    PassLock lockPass(String namespace, Duration patience);
}
