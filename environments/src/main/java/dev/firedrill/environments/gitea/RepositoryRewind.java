package dev.firedrill.environments.gitea;

import dev.firedrill.vocabulary.GitAddress;
import dev.firedrill.vocabulary.RecoveryPoint;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jgit.api.errors.GitAPIException;

/**
 * Puts repositories back to a point: by moving their refs where that can be done on the server's own disk, else by founding
 * them again and pushing what was kept.
 *
 * @param mirrors what was kept
 * @param server where to push
 * @param keeper who founds and removes repositories
 * @param refs the refs that a repository has now
 * @param disk who reaches the server's disk, if somebody does
 */
public record RepositoryRewind(
        GiteaMirrors mirrors,
        GitAddress server,
        RepositoryKeeper keeper,
        Function<String, Map<String, String>> refs,
        Disk disk) {
    /** Nobody reaches the disk of a server that is known by its address only. */
    public static final Disk OUT_OF_REACH = (repository, wanted) -> false;

    /** The disk of the server. */
    @FunctionalInterface
    public interface Disk {
        /**
         * Makes the refs of a repository the wanted ones, all or none.
         *
         * @return whether it could: every wanted object has to be there still
         */
        boolean moveRefs(String repository, Map<String, String> wanted);
    }

    /** Puts all repositories back; those that the point does not hold go. */
    public void all(RecoveryPoint point) throws IOException, GitAPIException {
        Set<String> kept = mirrors.repositories(point);
        Set<String> present = keeper.names();
        for (String repository : present) {
            if (!kept.contains(repository)) {
                keeper.delete(repository);
            }
        }
        for (String repository : kept) {
            put(repository, point, present.contains(repository));
        }
    }

    /** Puts one repository back that the point holds. */
    public void one(String repository, RecoveryPoint point) throws IOException, GitAPIException {
        put(repository, point, keeper.names().contains(repository));
    }

    private void put(String repository, RecoveryPoint point, boolean present) throws IOException, GitAPIException {
        Map<String, String> wanted = mirrors.refs(point, repository);
        if (present && wanted.equals(refs.apply(repository))) {
            return;
        }
        // Gitea holds a repository for empty from its founding to its first push only.
        boolean moved = present && !wanted.isEmpty() && disk.moveRefs(repository, wanted);
        if (!moved) {
            if (present) {
                keeper.delete(repository);
            }
            keeper.create(repository);
            mirrors.push(point, repository, server);
        }
        keeper.restore(repository, mirrors.settings(point, repository));
    }
}
