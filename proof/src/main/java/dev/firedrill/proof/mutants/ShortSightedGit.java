package dev.firedrill.proof.mutants;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.port.GitRepositories;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Git as a tool sees it that does not look at all refs. */
final class ShortSightedGit implements GitRepositories {
    /** How much it sees. */
    enum Sees {
        /** Placeholders, and tags of the commit at the head of the package branch. */
        TAG_OF_HEAD,
        /** Placeholders alone. */
        NO_TAG
    }

    private final GitRepositories whole;
    private final Sees sees;

    ShortSightedGit(GitRepositories whole, Sees sees) {
        this.whole = whole;
        this.sees = sees;
    }

    @Override
    public GitView look(Repository repository) {
        GitView view = whole.look(repository);
        if (!(view instanceof GitView.Readable readable)) {
            return view;
        }
        List<GitRevision> seen = readable.revisions().stream()
                .filter(revision -> revision.isPlaceholder()
                        || sees == Sees.TAG_OF_HEAD && revision.lock().commit().equals(readable.head()))
                .toList();
        return new GitView.Readable(readable.version(), readable.head(), seen, readable.drafts());
    }

    @Override
    public GitRevision publish(Repository repository, CachedRevision revision, int number, String author) {
        return whole.publish(repository, revision, number, author);
    }

    @Override
    public GitRevision placeholder(Repository repository, CachedRevision revision) {
        return whole.placeholder(repository, revision);
    }

    @Override
    public void deleteTag(Repository repository, GitLock lock) {
        whole.deleteTag(repository, lock);
    }

    @Override
    public void deleteDirectory(Repository repository, CachedRevision placeholder) {
        whole.deleteDirectory(repository, placeholder);
    }

    @Override
    public boolean syncDraft(Repository repository, RevisionName name, Supplier<Optional<CachedRevision>> row) {
        return whole.syncDraft(repository, name, row);
    }
}
