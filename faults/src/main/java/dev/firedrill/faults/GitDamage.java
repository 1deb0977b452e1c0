package dev.firedrill.faults;

import dev.firedrill.environments.role.GitServer;
import dev.firedrill.model.Fate;
import dev.firedrill.model.GitFate;
import dev.firedrill.model.Witness;
import dev.firedrill.workload.git.GitRemote;
import dev.firedrill.workload.history.GitSeeder;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * What happens to single git repositories while the others stay as they are. Each is witnessed by its refs, which the
 * server's own disk is asked for before and after.
 */
final class GitDamage {
    private final GitServer server;
    private final Map<String, GitFate> fates;
    private final FaultLog log;
    private final Map<String, Map<String, String>> missing = new TreeMap<>();
    private final Map<String, Repository> copies = new TreeMap<>();

    GitDamage(GitServer server, Map<String, GitFate> fates, FaultLog log) {
        this.server = server;
        this.fates = new TreeMap<>(fates);
        this.log = log;
    }

    /** Whether git stays out of reach while the recovery runs. */
    boolean outOfReach() {
        return fates.values().stream().anyMatch(GitFate.Unreachable.class::isInstance);
    }

    /** Puts the tags back that are missing for a while only, each on the object that it was on. */
    void giveBack() {
        GitRemote remote = new GitRemote(server.address());
        missing.forEach((repository, tags) -> {
            Map<String, ObjectId> wanted = new TreeMap<>();
            tags.forEach((ref, object) -> wanted.put(ref, ObjectId.fromString(object)));
            try (Repository copy = copies.remove(repository)) {
                remote.push(repository, copy, wanted);
            }
            String seen = refs(repository).entrySet().containsAll(tags.entrySet())
                    ? "its " + tags.size() + " tags are on their objects again"
                    : "";
            log.witness(new Witness("the tags of git repository " + repository + " come back", seen));
        });
    }

    /** Gives each repository its fate. */
    void happen() {
        fates.forEach((repository, fate) -> {
            // Nothing happens to a repository that cannot be reached; the link to it has a witness of its own.
            if (!(fate instanceof GitFate.Unreachable)) {
                Map<String, String> before = refs(repository);
                happenTo(repository, fate);
                Map<String, String> after = refs(repository);
                String seen = before.equals(after)
                        ? ""
                        : "of the " + before.size() + " refs that it had, " + kept(before, after) + " are as they were";
                log.witness(new Witness("git repository " + repository + " is " + fate, seen));
            }
        });
    }

    private void happenTo(String repository, GitFate fate) {
        if (fate instanceof GitFate.Ordinary ordinary) {
            happenTo(repository, ordinary.fate());
        } else if (fate instanceof GitFate.TagsMissing) {
            server.dropTags(repository);
        } else if (fate instanceof GitFate.TagsMissingForAWhile) {
            Map<String, String> tags = new TreeMap<>(refs(repository));
            tags.keySet().removeIf(ref -> !ref.startsWith("refs/tags/"));
            missing.put(repository, tags);
            // An annotated tag is an object of its own, which no branch leads to.
            Repository copy = GitRemote.inMemory();
            copies.put(repository, copy);
            new GitRemote(server.address()).fetch(repository, copy);
            server.dropTags(repository);
        } else if (fate instanceof GitFate.Removed) {
            server.remove(repository);
        } else {
            server.empty(repository);
        }
    }

    private void happenTo(String repository, Fate fate) {
        if (fate instanceof Fate.Restored restored) {
            server.rewindTo(repository, restored.point());
        } else if (fate instanceof Fate.Lost) {
            server.empty(repository);
            new GitSeeder(server.address()).createBranch(repository);
        }
    }

    private static long kept(Map<String, String> before, Map<String, String> after) {
        return before.entrySet().stream().filter(after.entrySet()::contains).count();
    }

    private Map<String, String> refs(String repository) {
        return server.repositories().contains(repository) ? server.refs(repository) : Map.of();
    }
}
