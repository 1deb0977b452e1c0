package dev.firedrill.recovery.git.push;

import dev.firedrill.recovery.git.clone.LocalClone;
import dev.firedrill.recovery.git.scan.TagName;
import dev.firedrill.recovery.git.transport.GitFailure;
import dev.firedrill.recovery.git.transport.Remote;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.port.GitRefused;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.RemoteRefUpdate.Status;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The changes that the recovery makes in git. Each says what it expects to find, and is refused when that is not so. */
public final class Pushes {
    private static final String TAGS = "refs/tags/";
    private static final String BRANCHES = "refs/heads/";
    private static final int ATTEMPTS = 3;

    private final LocalClone clone;
    private final Remote remote;
    private final Clock clock;

    public Pushes(LocalClone clone, Remote remote, Clock clock) {
        this.clone = clone;
        this.remote = remote;
        this.clock = clock;
    }

    /** Pushes branch and tag together; does nothing when one of them moved meanwhile, which the next look shows. */
    void publish(String branch, String full, String tag, CachedRevision revision, int number, String author)
            throws GitFailure, IOException {
        ObjectId head = clone.refs().get(BRANCHES + branch);
        if (head == null) {
            throw new GitRefused("the package branch '" + branch + "' is gone; nothing can be published.");
        }
        if (clone.refs().containsKey(TAGS + tag)) {
            throw new GitRefused("tag " + tag + " exists already and is no package revision; a tag is never moved.");
        }
        if (!Repository.isValidRefName(TAGS + tag)) {
            throw new GitRefused("git allows no tag named '" + tag + "'; give the package another name.");
        }
        ObjectId commit = make(
                Author.of(author, clock.instant()),
                head,
                (maker, parent) -> maker.publication(parent, full, revision, number));
        Repository repository = clone.repository();
        push(List.of(
                new RemoteRefUpdate(repository, "", commit, BRANCHES + branch, false, null, head),
                new RemoteRefUpdate(repository, "", commit, TAGS + tag, false, null, ObjectId.zeroId())));
    }

    public void createBranch(String branch) throws GitFailure, IOException {
        Repository repository = clone.repository();
        ObjectId root;
        try (ObjectInserter inserter = repository.newObjectInserter();
                ObjectReader reader = repository.newObjectReader()) {
            root = new CommitMaker(inserter, reader, Author.service(clock.instant())).root(branch);
        }
        push(List.of(new RemoteRefUpdate(repository, "", root, BRANCHES + branch, false, null, ObjectId.zeroId())));
    }

    /** The commit of a draft on top of {@code head}; it bears the time of its row, so that a copy is told from its original. */
    ObjectId draft(ObjectId head, String full, CachedRevision revision) throws IOException {
        return make(Author.service(revision.updated()), head, (maker, parent) -> maker.draft(parent, full, revision));
    }

    public void deleteTag(GitLock lock) throws GitFailure, IOException {
        ObjectId now = clone.refs().get(TAGS + lock.ref());
        if (now == null) {
            return;
        }
        if (!commitOf(now).name().equals(lock.commit())) {
            throw new GitRefused("tag " + lock.ref() + " points to another commit by now; it is left alone.");
        }
        List<RemoteRefUpdate> updates = new ArrayList<>();
        updates.add(
                new RemoteRefUpdate(clone.repository(), "", ObjectId.zeroId(), TAGS + lock.ref(), false, null, now));
        String proposal =
                TagName.of(lock.ref(), "").map(TagName::deletionProposal).orElse("");
        ObjectId proposed = clone.refs().get(proposal);
        if (proposed != null) {
            updates.add(
                    new RemoteRefUpdate(clone.repository(), "", ObjectId.zeroId(), proposal, false, null, proposed));
        }
        if (!push(updates)) {
            throw new GitRefused("tag " + lock.ref() + " was moved while it was being deleted; it is left alone.");
        }
    }

    private ObjectId commitOf(ObjectId target) throws IOException {
        try (RevWalk commits = new RevWalk(clone.repository())) {
            return commits.peel(commits.parseAny(target)).copy();
        }
    }

    public void deleteDirectory(String branch, String full, Head head) throws GitFailure, IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            ObjectId parent = head.now();
            if (!holds(parent, full)) {
                return;
            }
            PersonIdent service = Author.service(clock.instant());
            ObjectId commit = make(service, parent, (maker, on) -> maker.removal(on, full));
            boolean done = push(List.of(
                    new RemoteRefUpdate(clone.repository(), "", commit, BRANCHES + branch, false, null, parent)));
            if (done) {
                return;
            }
        }
        throw new GitRefused("branch '" + branch + "' moved each time that " + full + " was to be removed; try again.");
    }

    private boolean holds(ObjectId commit, String path) throws IOException {
        try (RevWalk commits = new RevWalk(clone.repository());
                TreeWalk walk = TreeWalk.forPath(
                        clone.repository(), path, commits.parseCommit(commit).getTree())) {
            return walk != null;
        }
    }

    private ObjectId make(PersonIdent author, ObjectId head, Making making) throws IOException {
        Repository repository = clone.repository();
        try (ObjectInserter inserter = repository.newObjectInserter();
                ObjectReader reader = repository.newObjectReader();
                RevWalk commits = new RevWalk(reader)) {
            return making.commit(new CommitMaker(inserter, reader, author), commits.parseCommit(head));
        }
    }

    /** Whether everything was accepted; false when a ref was not where it was expected. */
    boolean push(List<RemoteRefUpdate> updates) throws GitFailure {
        boolean moved = false;
        for (RemoteRefUpdate update : remote.push(clone.repository(), updates)) {
            Status status = update.getStatus();
            switch (status) {
                case OK, UP_TO_DATE, NON_EXISTING -> {}
                case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> moved = true;
                default -> {
                    if (!isAborted(update)) {
                        throw new GitRefused("the git server refused " + update.getRemoteName() + ": " + status + " "
                                + GitFailure.withoutSecret(String.valueOf(update.getMessage())) + ".");
                    }
                    moved = true;
                }
            }
        }
        return !moved;
    }

    /** In an atomic push, every update but the one to blame is reported as aborted. */
    private static boolean isAborted(RemoteRefUpdate update) {
        String message = String.valueOf(update.getMessage());
        return message.contains("aborted") || message.contains("atomic") || message.contains("lock");
    }

    @FunctionalInterface
    private interface Making {
        ObjectId commit(CommitMaker maker, RevCommit head) throws IOException;
    }

    /** The head of the package branch as it is now. */
    @FunctionalInterface
    public interface Head {
        ObjectId now() throws GitFailure, IOException;
    }
}
