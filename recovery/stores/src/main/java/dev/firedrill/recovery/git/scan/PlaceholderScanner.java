package dev.firedrill.recovery.git.scan;

import dev.firedrill.recovery.git.transport.GitFailure;
import dev.firedrill.recovery.git.tree.Omissions;
import dev.firedrill.recovery.git.tree.PackageTree;
import dev.firedrill.recovery.git.tree.Tolerance;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.LeftOut;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Lists a placeholder for each package on the package branch of one Repository, dated by its last change. */
final class PlaceholderScanner {
    private final Repository repository;
    private final RevWalk commits;
    private final PackageTree trees;
    private final Tolerance tolerance;
    private final LastTouch lastTouch;
    private final RevisionNames names;
    private final List<GitRevision> found;
    private final List<LeftOut> leftOut;

    /** Adds what it finds to {@code found}, and what it cannot read to {@code leftOut}. */
    PlaceholderScanner(
            Repository repository,
            RevWalk commits,
            PackageTree trees,
            Tolerance tolerance,
            LastTouch lastTouch,
            List<GitRevision> found,
            List<LeftOut> leftOut) {
        this.repository = repository;
        this.commits = commits;
        this.trees = trees;
        this.tolerance = tolerance;
        this.lastTouch = lastTouch;
        this.names = new RevisionNames(repository);
        this.found = found;
        this.leftOut = leftOut;
    }

    /** Reads the packages on the branch whose head is {@code head}, the zero id for a branch that is not there yet. */
    void read(ObjectId head) throws IOException, GitFailure {
        if (head.equals(ObjectId.zeroId())) {
            return;
        }
        RevCommit commit = commits.parseCommit(head);
        Optional<ObjectId> root = trees.subtree(commit.getTree(), repository.directory());
        if (root.isEmpty()) {
            return;
        }
        Omissions omissions = new Omissions();
        SortedMap<String, ObjectId> packages = trees.packages(root.get(), omissions);
        leftOut.addAll(omissions.of(repository.branch(), commit.name(), ""));
        Map<String, RevCommit> touched = touched(commit, packages.keySet());
        for (Map.Entry<String, ObjectId> each : packages.entrySet()) {
            String path = each.getKey();
            tolerance.attempt(
                    Scanner.key(path, head.name()),
                    () -> placeholder(path, commit, touched, trees.content(each.getValue())),
                    why -> leftOut.add(new LeftOut(
                            LeftOut.Kind.UNREAD,
                            repository.branch(),
                            commit.name(),
                            path,
                            "it cannot be read: " + why)));
        }
    }

    private Map<String, RevCommit> touched(RevCommit head, Set<String> packages) throws IOException, GitFailure {
        Set<String> directories = new HashSet<>();
        packages.forEach(path -> directories.add(TagName.full(repository.directory(), path)));
        Map<String, RevCommit> touched = new HashMap<>();
        tolerance.attempt(
                Scanner.key("history", head.name()),
                () -> touched.putAll(lastTouch.of(head, directories)),
                why -> leftOut.add(new LeftOut(
                        LeftOut.Kind.COMMIT,
                        repository.branch(),
                        head.name(),
                        "",
                        "the branch's history cannot be followed (" + why + "), and its head is taken for the last"
                                + " change of each package")));
        return touched;
    }

    private void placeholder(String path, RevCommit head, Map<String, RevCommit> touched, PackageTree.Files files) {
        Optional<String> obstacle = names.obstacle(path + "/" + repository.branch());
        if (obstacle.isPresent()) {
            leftOut.add(new LeftOut(LeftOut.Kind.NO_REVISION, repository.branch(), head.name(), path, obstacle.get()));
            return;
        }
        RevCommit last = touched.getOrDefault(TagName.full(repository.directory(), path), head);
        Authorship author = Authorship.of(last);
        found.add(new GitRevision(
                new RevisionName(names.packageName(path), repository.branch()),
                CachedRevision.PLACEHOLDER,
                new GitLock(repository.place(), path, repository.branch(), last.name()),
                files.content(),
                Optional.empty(),
                author.when(),
                author.mail()));
        leftOut.addAll(files.omissions().of(repository.branch(), head.name(), path));
    }
}
