package dev.firedrill.recovery.git.scan;

import dev.firedrill.recovery.git.transport.GitFailure;
import dev.firedrill.recovery.git.tree.PackageTree;
import dev.firedrill.recovery.git.tree.Tolerance;
import dev.firedrill.recovery.model.GitDraft;
import dev.firedrill.recovery.model.LeftOut;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.model.Secrets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Lists the branches of drafts and proposals of one Repository. Only a branch whose commit says that it is the draft which
 * its name promises counts: another branch below {@code drafts/} is no draft and is not removed.
 */
public final class DraftScanner {
    private final Repository repository;
    private final RevWalk commits;
    private final PackageTree trees;

    private final Tolerance tolerance;
    private final List<LeftOut> leftOut = new ArrayList<>();

    public DraftScanner(Repository repository, RevWalk commits, Tolerance tolerance) {
        this.repository = repository;
        this.commits = commits;
        this.tolerance = tolerance;
        this.trees = new PackageTree(commits.getObjectReader(), repository.url(), tolerance);
    }

    /** Branches that could not be read. */
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    public List<GitDraft> drafts(Map<String, ObjectId> refs) throws IOException, GitFailure {
        List<GitDraft> found = new ArrayList<>();
        for (Map.Entry<String, ObjectId> ref : refs.entrySet()) {
            for (Lifecycle lifecycle : DraftBranch.LIFECYCLES) {
                Optional<DraftBranch> branch = DraftBranch.at(ref.getKey(), lifecycle, repository.directory());
                if (branch.isPresent()) {
                    tolerance.attempt(
                            ref.getKey() + ref.getValue().name(),
                            () -> draft(branch.get(), lifecycle, ref.getValue()).ifPresent(found::add),
                            why -> leftOut.add(new LeftOut(
                                    LeftOut.Kind.UNREAD,
                                    ref.getKey().substring("refs/heads/".length()),
                                    ref.getValue().name(),
                                    branch.get().path(repository.directory()),
                                    "it cannot be read: " + why)));
                }
            }
        }
        found.sort(Comparator.comparing((GitDraft draft) -> draft.name().objectName())
                .thenComparing(GitDraft::lifecycle));
        return found;
    }

    private Optional<GitDraft> draft(DraftBranch branch, Lifecycle lifecycle, ObjectId target)
            throws IOException, GitFailure {
        RevCommit commit;
        try {
            commit = commits.parseCommit(target);
        } catch (IncorrectObjectTypeException e) {
            // A branch on a file or a tree, which only a damaged server has.
            return Optional.empty();
        }
        Optional<Annotation> ours = Annotation.of(commit.getFullMessage()).stream()
                .filter(annotation -> annotation.packagePath().equals(branch.full())
                        && annotation.workspace().equals(branch.workspace()))
                .findFirst();
        if (ours.isEmpty()) {
            return Optional.empty();
        }
        PackageName name =
                new PackageName(repository.namespace(), repository.name(), branch.path(repository.directory()));
        return Optional.of(new GitDraft(
                new RevisionName(name, branch.workspace()),
                lifecycle,
                branch.lock(repository.place()),
                content(trees, commit, branch.full()),
                ours.flatMap(Annotation::task).filter(OriginTasks::isOrigin).map(Secrets::removedFromRepos),
                Authorship.of(commit).when()));
    }

    /** The files of a package in a commit; none where it has no such directory. */
    public static PackageContent content(PackageTree trees, RevCommit commit, String full)
            throws IOException, GitFailure {
        Optional<ObjectId> tree = trees.subtree(commit.getTree(), full);
        return tree.isPresent() ? trees.content(tree.get()).content() : PackageContent.empty();
    }
}
