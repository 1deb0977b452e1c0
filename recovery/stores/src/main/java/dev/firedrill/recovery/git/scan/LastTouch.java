package dev.firedrill.recovery.git.scan;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Finds, for each package directory, the last commit of the branch's first-parent line that changed it. Placeholders are
 * locked to that commit and not to the head, so that an approval of one package does not touch the rows of all others.
 */
public final class LastTouch {
    private final RevWalk commits;

    private final Optional<Known> known;

    LastTouch(RevWalk commits, Optional<Known> known) {
        this.commits = commits;
        this.known = known;
    }

    /**
     * What was found before, so that only the commits since are walked.
     *
     * @param head the head of the branch then
     * @param touched for each package directory then, the commit that changed it last
     */
    record Known(ObjectId head, Map<String, ObjectId> touched) {}

    Map<String, RevCommit> of(RevCommit head, Set<String> directories) throws IOException {
        Map<String, RevCommit> found = new HashMap<>();
        Set<String> pending = new HashSet<>(directories);
        RevCommit commit = head;
        while (!pending.isEmpty()) {
            if (known.isPresent() && known.get().head().equals(commit)) {
                recall(known.get(), pending, found);
                break;
            }
            commits.parseHeaders(commit);
            boolean root = commit.getParentCount() == 0;
            if (!root) {
                commits.parseHeaders(commit.getParent(0));
            }
            for (String directory : changed(commit, pending)) {
                found.put(directory, commit);
                pending.remove(directory);
            }
            if (root) {
                break;
            }
            commit = commit.getParent(0);
        }
        return found;
    }

    private void recall(Known before, Set<String> pending, Map<String, RevCommit> found) throws IOException {
        for (String directory : pending) {
            ObjectId touched = before.touched().get(directory);
            if (touched != null) {
                found.put(directory, commits.parseCommit(touched));
            }
        }
    }

    private Set<String> changed(RevCommit commit, Set<String> pending) throws IOException {
        Set<String> above = new HashSet<>();
        for (String directory : pending) {
            for (int slash = directory.indexOf('/'); slash >= 0; slash = directory.indexOf('/', slash + 1)) {
                above.add(directory.substring(0, slash));
            }
        }
        Set<String> changed = new HashSet<>();
        try (TreeWalk walk = new TreeWalk(commits.getObjectReader())) {
            if (commit.getParentCount() == 0) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                walk.addTree(commit.getParent(0).getTree());
            }
            ObjectId tree = commit.getTree();
            walk.addTree(tree);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                String path = walk.getPathString();
                if (pending.contains(path)) {
                    changed.add(path);
                } else if (walk.isSubtree() && above.contains(path)) {
                    walk.enterSubtree();
                }
            }
        }
        return changed;
    }
}
