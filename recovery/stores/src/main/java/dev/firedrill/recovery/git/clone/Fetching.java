package dev.firedrill.recovery.git.clone;

import dev.firedrill.recovery.git.transport.GitFailure;
import dev.firedrill.recovery.git.transport.Remote;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * Brings objects into a clone. When a server cannot send all of them at once, halves are asked for, until those are known
 * that it cannot send: a commit whose objects it has lost does not keep the others from coming.
 */
public final class Fetching {
    /** How often a server is asked in one look, so that one that sends nothing does not hold up a pass. */
    private static final int MOST_REQUESTS = 48;

    private final Repository repository;
    private final Tips tips;
    private final Remote remote;
    private final Map<ObjectId, String> failed = new TreeMap<>();
    private int requests;

    Fetching(Repository repository, Remote remote) {
        this.repository = repository;
        this.tips = new Tips(repository);
        this.remote = remote;
    }

    /** Why objects did not come, by object; the clone has all others of {@code wanted} that the server still lists. */
    Map<ObjectId, String> bring(Collection<ObjectId> wanted) throws GitFailure, IOException {
        Deque<List<ObjectId>> waiting = new ArrayDeque<>();
        if (!wanted.isEmpty()) {
            waiting.add(List.copyOf(wanted));
        }
        while (!waiting.isEmpty()) {
            List<ObjectId> ids = waiting.removeFirst();
            String why = attempt(ids);
            if (!why.isEmpty() && ids.size() > 1 && requests < MOST_REQUESTS) {
                waiting.addFirst(ids.subList(ids.size() / 2, ids.size()));
                waiting.addFirst(ids.subList(0, ids.size() / 2));
            } else if (!why.isEmpty()) {
                ids.forEach(id -> failed.put(id, why));
            }
        }
        return failed;
    }

    /** Why nothing of {@code ids} is known to be whole; empty when those that are listed are. */
    private String attempt(List<ObjectId> ids) throws GitFailure, IOException {
        if (tips.isWhole(ids)) {
            tips.update(ids, List.of());
            return "";
        }
        requests++;
        Collection<ObjectId> came;
        try {
            came = remote.fetch(repository, ids);
        } catch (Remote.NotSent e) {
            return e.reason();
        }
        if (!tips.isWhole(came)) {
            return "objects that it leads to are missing or damaged on the server";
        }
        tips.update(came, List.of());
        return "";
    }
}
