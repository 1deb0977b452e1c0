package dev.firedrill.recovery.git;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
final class LastTouch {
    private final RevWalk commits;

    LastTouch(RevWalk commits) {
        this.commits = commits;
    }

    Map<String, RevCommit> of(RevCommit head, Set<String> directories) throws IOException {
        Map<String, RevCommit> found = new HashMap<>();
        Set<String> pending = new HashSet<>(directories);
        RevCommit commit = head;
        while (!pending.isEmpty()) {
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
