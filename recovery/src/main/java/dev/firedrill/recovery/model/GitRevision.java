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
 */
public record GitRevision(
        RevisionName name,
        int revision,
        GitLock lock,
        PackageContent content,
        Optional<String> originTask,
        Instant publishedAt,
        String publishedBy) {
    /** Whether this is the head of the package branch and not a tag, which may have the same number. */
    public boolean isPlaceholder() {
        return revision == CachedRevision.PLACEHOLDER && lock.ref().equals(name.workspace());
    }
}
