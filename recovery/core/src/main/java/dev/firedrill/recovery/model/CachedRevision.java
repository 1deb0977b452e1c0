package dev.firedrill.recovery.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A package revision as the package cache holds it: a row of {@code package_revisions} with its {@code resources}.
 *
 * @param revision −1 for the placeholder of a package branch and for tags without a whole number, 0 for drafts and proposals, from 1 for published ones
 * @param latest whether this is the newest published revision of its package; kept by the database's triggers
 * @param originTask the task that made the package, as JSON (init, clone, edit or upgrade); empty when unknown
 * @param spec the JSON of the {@code spec} column, of which the cache only carries readiness gates and package metadata
 * @param lock where git holds it
 * @param updated when the row was last written; shown as publish time for published revisions
 * @param updatedBy who wrote it; empty after a return from git
 */
public record CachedRevision(
        RevisionName name,
        int revision,
        Lifecycle lifecycle,
        boolean latest,
        Metadata metadata,
        PackageContent content,
        Optional<String> originTask,
        String spec,
        GitLock lock,
        Instant updated,
        String updatedBy) {
    /** The revision number of placeholders, and of published revisions whose tag ends in no whole number. */
    public static final int PLACEHOLDER = -1;

    /**
     * Whether this row stands for the head of a package branch and not for a revision that was created: its workspace is
     * the branch that it lies on. A tag such as {@code upf/v3.0.0} makes a revision with the same number that is none.
     */
    public boolean isPlaceholder() {
        return revision == PLACEHOLDER && lock.ref().equals(name.workspace());
    }

    public CachedRevision withLifecycle(Lifecycle newLifecycle, int newRevision) {
        return new CachedRevision(
                name, newRevision, newLifecycle, latest, metadata, content, originTask, spec, lock, updated, updatedBy);
    }

    public CachedRevision withMetadata(Metadata newMetadata) {
        return new CachedRevision(
                name, revision, lifecycle, latest, newMetadata, content, originTask, spec, lock, updated, updatedBy);
    }

    public CachedRevision withContent(PackageContent newContent) {
        return new CachedRevision(
                name, revision, lifecycle, latest, metadata, newContent, originTask, spec, lock, updated, updatedBy);
    }

    public CachedRevision withLock(GitLock newLock) {
        return new CachedRevision(
                name, revision, lifecycle, latest, metadata, content, originTask, spec, newLock, updated, updatedBy);
    }

    /** The same without logins in its URLs, which earlier writers kept. */
    public CachedRevision withoutLogins() {
        return new CachedRevision(
                name,
                revision,
                lifecycle,
                latest,
                metadata,
                content,
                originTask.map(Secrets::removedFromRepos),
                spec.contains("://") ? Secrets.removedFromRepos(spec) : spec,
                new GitLock(Secrets.removed(lock.repository()), lock.directory(), lock.ref(), lock.commit()),
                updated,
                updatedBy);
    }

    public CachedRevision withLatest(boolean newLatest) {
        return new CachedRevision(
                name, revision, lifecycle, newLatest, metadata, content, originTask, spec, lock, updated, updatedBy);
    }

    /** The same revision, written at {@code when} by {@code who}. */
    public CachedRevision writtenBy(String who, Instant when) {
        return new CachedRevision(
                name, revision, lifecycle, latest, metadata, content, originTask, spec, lock, when, who);
    }
}
