package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.port.GitRepositories;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Git for reconcile passes beside the engine: the branch of a draft waits until no request of a user is between the
 * cache and git there, or it would be pushed again while a user deletes the draft.
 */
final class LockingGit implements GitRepositories {
    private final GitRepositories git;
    private final RepositoryLocks locks;

    LockingGit(GitRepositories git, RepositoryLocks locks) {
        this.git = git;
        this.locks = locks;
    }

    @Override
    public GitView look(Repository repository) {
        return git.look(repository);
    }

    @Override
    public GitRevision publish(Repository repository, CachedRevision revision, int number, String author) {
        return git.publish(repository, revision, number, author);
    }

    @Override
    public GitRevision placeholder(Repository repository, CachedRevision revision) {
        return git.placeholder(repository, revision);
    }

    @Override
    public void deleteTag(Repository repository, GitLock lock) {
        git.deleteTag(repository, lock);
    }

    @Override
    public void deleteDirectory(Repository repository, CachedRevision placeholder) {
        git.deleteDirectory(repository, placeholder);
    }

    @Override
    public boolean syncDraft(Repository repository, RevisionName name, Supplier<Optional<CachedRevision>> row) {
        return locks.holding(name.repository(), () -> git.syncDraft(repository, name, row));
    }
}
