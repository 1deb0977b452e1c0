package dev.firedrill.recovery.model;

/**
 * Where in git a revision lies: the {@code selfLock} of the API and the {@code ext_pr_id} column.
 *
 * @param repository the URL
 * @param directory the package's directory in the repository
 * @param ref the tag or branch name without {@code refs/…/}
 * @param commit the commit id, or {@code not-pushed} for drafts and proposals
 */
public record GitLock(String repository, String directory, String ref, String commit) {
    /** The commit of a revision that git does not hold yet. */
    public static final String NOT_PUSHED = "not-pushed";
}
