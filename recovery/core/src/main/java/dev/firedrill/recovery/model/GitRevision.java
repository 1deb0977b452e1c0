package dev.firedrill.recovery.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A published package revision, or the placeholder of a package, as git holds it.
 *
 * @param revision the number in the tag; −1 for placeholders and for tags without a number
 * @param lock ref and commit
 * @param content the text files; others are left out
 * @param originTask the task annotation of the content commit, as JSON
 * @param publishedAt when the tagged commit was made, in git's own record
 * @param publishedBy its author's e-mail address
 * @param deletionProposed whether a branch proposes its deletion, as Porch's cache in custom resources does
 */
public record GitRevision(
        RevisionName name,
        int revision,
        GitLock lock,
        PackageContent content,
        Optional<String> originTask,
        Instant publishedAt,
        String publishedBy,
        boolean deletionProposed) {
    /** A revision that no branch proposes for deletion. */
    public GitRevision(
            RevisionName name,
            int revision,
            GitLock lock,
            PackageContent content,
            Optional<String> originTask,
            Instant publishedAt,
            String publishedBy) {
        this(name, revision, lock, content, originTask, publishedAt, publishedBy, false);
    }

    /** The lifecycle that git alone gives it. */
    public Lifecycle lifecycle() {
        return deletionProposed ? Lifecycle.DELETION_PROPOSED : Lifecycle.PUBLISHED;
    }

    public GitRevision withDeletionProposed(boolean proposed) {
        return new GitRevision(name, revision, lock, content, originTask, publishedAt, publishedBy, proposed);
    }

    /** Whether this is the head of the package branch and not a tag, which may have the same number. */
    public boolean isPlaceholder() {
        return revision == CachedRevision.PLACEHOLDER && lock.ref().equals(name.workspace());
    }
}
