package dev.firedrill.recovery.git;

import dev.firedrill.recovery.git.clone.LocalClone;
import dev.firedrill.recovery.git.push.Pushes;
import dev.firedrill.recovery.git.scan.DraftBranch;
import dev.firedrill.recovery.git.scan.DraftScanner;
import dev.firedrill.recovery.git.scan.Listing;
import dev.firedrill.recovery.git.scan.Scanner;
import dev.firedrill.recovery.git.scan.TagName;
import dev.firedrill.recovery.git.transport.GitFailure;
import dev.firedrill.recovery.git.transport.Remote;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.journal.Step;
import dev.firedrill.recovery.model.GitDraft;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.GitView.Obstacle;
import dev.firedrill.recovery.model.LeftOut;
import dev.firedrill.recovery.model.Repository;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;

/** Reads what one Repository has in its clone, after the clone was brought up to date. */
final class RevisionLister {
    private final Journal journal;
    private final Clock clock;
    private final boolean mayCreateBranches;
    private final boolean pushesDrafts;

    /**
     * @param mayCreateBranches false for a plan that is only to be printed: a missing branch is then taken for a new one
     * @param pushesDrafts whether drafts and proposals have branches; where not, those that are there are not even read
     */
    RevisionLister(Journal journal, Clock clock, boolean mayCreateBranches, boolean pushesDrafts) {
        this.journal = journal;
        this.clock = clock;
        this.mayCreateBranches = mayCreateBranches;
        this.pushesDrafts = pushesDrafts;
    }

    /** All that the Repository has in git now, read again only where something changed. */
    GitView.Readable look(Repository repository, LocalClone clone, Remote remote) throws GitFailure, IOException {
        ObjectId head = head(repository, clone, remote);
        String version = clone.version();
        // Several Repositories may share a URL, each with its own directory or branch.
        String key = String.join("\n", repository.namespace(), repository.name(), repository.directory()) + "\n"
                + repository.branch();
        Optional<Listing> before = Optional.ofNullable(clone.listings().get(key));
        Optional<Listing.Listed> known = before.flatMap(listing -> listing.at(version));
        Listing.Listed found = known.isPresent() ? known.get() : list(repository, clone, head, before);
        if (known.isEmpty()) {
            clone.listings().put(key, Listing.of(version, head, found));
        }
        return new GitView.Readable(version, head.name(), found.revisions(), found.drafts(), found.leftOut());
    }

    private Listing.Listed list(Repository repository, LocalClone clone, ObjectId head, Optional<Listing> before)
            throws GitFailure, IOException {
        try (RevWalk commits = new RevWalk(clone.repository())) {
            Scanner scanner = new Scanner(repository, commits, clone.tolerance(), before);
            DraftScanner drafts = new DraftScanner(repository, commits, clone.tolerance());
            List<GitRevision> revisions = scanner.revisions(clone.refs(), head);
            List<GitDraft> branches = pushesDrafts ? drafts.drafts(clone.refs()) : List.of();
            List<LeftOut> leftOut = new ArrayList<>(scanner.leftOut());
            leftOut.addAll(drafts.leftOut());
            leftOut.addAll(missing(repository, clone));
            return new Listing.Listed(revisions, branches, leftOut);
        }
    }

    /** Revisions and drafts of the Repository that the server lists and did not send. */
    private static List<LeftOut> missing(Repository repository, LocalClone clone) {
        List<LeftOut> missing = new ArrayList<>();
        clone.missing().forEach((ref, why) -> {
            String name = ref.replaceFirst("^refs/(tags|heads)/", "");
            Optional<String> path = ref.startsWith("refs/tags/")
                    ? TagName.of(name, repository.directory()).map(TagName::path)
                    : DraftBranch.LIFECYCLES.stream()
                            .flatMap(each -> DraftBranch.at(ref, each, repository.directory()).stream())
                            .findFirst()
                            .map(branch -> branch.path(repository.directory()));
            path.ifPresent(
                    each -> missing.add(new LeftOut(LeftOut.Kind.UNREAD, name, "", each, "it did not come: " + why)));
        });
        return missing;
    }

    /** Fetches, and returns the head of the package branch, which is created where that is wanted and allowed. */
    ObjectId head(Repository repository, LocalClone clone, Remote remote) throws GitFailure, IOException {
        boolean create = repository.createBranch();
        try {
            clone.refresh(remote);
        } catch (GitFailure e) {
            if (e.answer().obstacle() != Obstacle.EMPTY || !create) {
                throw e;
            }
        }
        String lost = clone.missing().get("refs/heads/" + repository.branch());
        if (lost != null) {
            throw new GitFailure(
                    Obstacle.UNREACHABLE,
                    "git repository " + GitFailure.withoutSecret(repository.url())
                            + " was reached but did not send branch '" + repository.branch() + "': " + lost);
        }
        Optional<ObjectId> head = branch(repository, clone);
        if (head.isEmpty() && create && !mayCreateBranches) {
            // What a pass would find after it has created the branch.
            return ObjectId.zeroId();
        }
        if (head.isEmpty() && create) {
            new Pushes(clone, remote, clock).createBranch(repository.branch());
            journal.step(Step.BRANCH_CREATED, repository.name());
            clone.refresh(remote);
            head = branch(repository, clone);
        }
        return head.orElseThrow(() -> new GitFailure(
                Obstacle.BRANCH_MISSING,
                "git repository " + GitFailure.withoutSecret(repository.url()) + " has no branch '"
                        + repository.branch()
                        + "'; restore it, correct spec.git.branch, or set spec.git.createBranch."));
    }

    private static Optional<ObjectId> branch(Repository repository, LocalClone clone) {
        return Optional.ofNullable(clone.refs().get("refs/heads/" + repository.branch()));
    }
}
