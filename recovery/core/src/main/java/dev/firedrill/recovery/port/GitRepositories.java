package dev.firedrill.recovery.port;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import java.util.Optional;
import java.util.function.Supplier;

/** Access to the git repositories behind Repository objects. */
public interface GitRepositories {
    /**
     * Fetches and lists everything. Creates the package branch when the Repository asks for that and it is missing.
     * Never throws for a repository that cannot be read: that is an answer.
     */
    GitView look(Repository repository);

    /**
     * Publishes a revision: content commit, approval commit, branch and tag in one atomic push.
     * Repeating it after a crash finds the tag and returns its revision.
     *
     * @param revision the proposed revision
     * @param number the revision number to give it
     * @param author name and e-mail of who approved, as {@code name <e-mail>}
     * @return the published revision as git now holds it
     * @throws GitRefused when the tag exists with another workspace or content, or the push was refused
     * @throws GitUnavailable when the repository cannot be reached
     */
    GitRevision publish(Repository repository, CachedRevision revision, int number, String author);

    /** The head of the package branch for one package, as the placeholder row wants it. */
    GitRevision placeholder(Repository repository, CachedRevision revision);

    /** Removes the tag at {@code lock} if it still points at the lock's commit; the branch keeps the directory. */
    void deleteTag(Repository repository, GitLock lock);

    /** Removes the package's directory from the package branch, as deleting a placeholder asks. */
    void deleteDirectory(Repository repository, CachedRevision placeholder);

    /**
     * Makes the branches of one draft or proposal what its row asks for, in one atomic push: a Draft has a branch below
     * {@code drafts/} with its content, a Proposed one below {@code proposed/}, and what is published or gone has none.
     * Does nothing where drafts are not pushed, and nothing when the branches are right already.
     *
     * @param row gives the row as it is now; asked only when it is needed
     * @return whether anything was pushed
     * @throws GitRefused when the push was refused, or the content is nothing that git can hold
     * @throws GitUnavailable when the repository cannot be reached
     */
    boolean syncDraft(Repository repository, RevisionName name, Supplier<Optional<CachedRevision>> row);
}
