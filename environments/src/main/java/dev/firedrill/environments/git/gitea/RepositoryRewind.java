package dev.firedrill.environments.git.gitea;

import dev.firedrill.model.GitAddress;
import dev.firedrill.model.RecoveryPoint;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
 * @param disk access to the refs on the server's disk, or {@link #OUT_OF_REACH}
 */
public record RepositoryRewind(
        GiteaMirrors mirrors,
        GitAddress server,
        RepositoryKeeper keeper,
        Function<String, Map<String, String>> refs,
        Disk disk) {
    /** Nobody reaches the disk of a server that is known by its address only. */
    public static final Disk OUT_OF_REACH = wanted -> Set.of();

    /** The disk of the server. */
    @FunctionalInterface
    public interface Disk {
        /**
         * Makes the refs of some repositories the wanted ones, for each of them all or none.
         *
         * @param wanted refs by repository
         * @return the repositories for which it could: every wanted object has to be there still
         */
        Set<String> moveRefs(Map<String, Map<String, String>> wanted);
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
        put(kept, point, present);
    }

    /** Puts one repository back that the point holds. */
    public void one(String repository, RecoveryPoint point) throws IOException, GitAPIException {
        put(Set.of(repository), point, keeper.names());
    }

    private void put(Set<String> repositories, RecoveryPoint point, Set<String> present)
            throws IOException, GitAPIException {
        Set<String> due = new TreeSet<>();
        Map<String, Map<String, String>> movable = new TreeMap<>();
        for (String repository : repositories) {
            Map<String, String> wanted = mirrors.refs(point, repository);
            if (!present.contains(repository)) {
                due.add(repository);
            } else if (!wanted.equals(refs.apply(repository))) {
                due.add(repository);
                // Gitea holds a repository for empty from its founding to its first push only.
                if (!wanted.isEmpty()) {
                    movable.put(repository, wanted);
                }
            }
        }
        Set<String> moved = movable.isEmpty() ? Set.of() : disk.moveRefs(movable);
        for (String repository : due) {
            if (!moved.contains(repository)) {
                if (present.contains(repository)) {
                    keeper.delete(repository);
                }
                keeper.create(repository);
                mirrors.push(point, repository, server);
            }
            keeper.restore(repository, mirrors.settings(point, repository));
        }
    }
}
