package dev.firedrill.recovery.git.scan;

import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.Secrets;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Finds the task that made a package revision in the annotations of its commits. */
final class OriginTasks {
    private static final Set<String> ORIGINS = Set.of("init", "clone", "edit", "upgrade");
    private static final int LONGEST_DRAFT = 200;

    private final RevWalk commits;

    OriginTasks(RevWalk commits) {
        this.commits = commits;
    }

    /** The annotation of a commit for the package at a full path. */
    static Optional<Annotation> annotation(RevCommit commit, String full) {
        return Annotation.of(commit.getFullMessage()).stream()
                .filter(annotation -> annotation.packagePath().equals(full))
                .findFirst();
    }

    /**
     * The task that made the revision: the nearest one, going back from the tag through the commits of its workspace. The
     * approval of an earlier revision of the same name is where the life of this one began.
     */
    Optional<String> of(RevCommit tagged, String full, String workspace) throws IOException {
        Deque<RevCommit> waiting = new ArrayDeque<>(List.of(tagged));
        Set<ObjectId> seen = new HashSet<>();
        while (!waiting.isEmpty() && seen.size() < LONGEST_DRAFT) {
            RevCommit commit = commits.parseCommit(waiting.removeFirst());
            Optional<Annotation> ours = annotation(commit, full)
                    .filter(annotation -> annotation.workspace().equals(workspace));
            if (!seen.add(commit.copy()) || ours.isEmpty() || ours.get().isApproval() && !commit.equals(tagged)) {
                continue;
            }
            Optional<String> task =
                    ours.get().task().filter(OriginTasks::isOrigin).map(Secrets::removedFromRepos);
            if (task.isPresent()) {
                return task;
            }
            // The content commit is the last parent of an approval, and the package branch its first.
            List<RevCommit> parents = new ArrayList<>(List.of(commit.getParents()));
            Collections.reverse(parents);
            waiting.addAll(parents);
        }
        return Optional.empty();
    }

    /** Whether a task is one that makes a revision. */
    static boolean isOrigin(String task) {
        return Json.objectIn(task)
                .map(node -> ORIGINS.contains(node.path("type").asText()))
                .orElse(false);
    }
}
