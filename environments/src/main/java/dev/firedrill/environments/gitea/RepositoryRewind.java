package dev.firedrill.environments.gitea;

import dev.firedrill.vocabulary.GitAddress;
import dev.firedrill.vocabulary.RecoveryPoint;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.jgit.api.errors.GitAPIException;

/**
 * Puts repositories back to a point by founding them again and pushing what was kept.
 *
 * @param mirrors what was kept
 * @param server where to push
 * @param keeper who founds and removes repositories
 * @param refs the refs that a repository has now
 */
public record RepositoryRewind(
        GiteaMirrors mirrors, GitAddress server, RepositoryKeeper keeper, Function<String, Map<String, String>> refs) {
    /** Puts all repositories back; those that the point does not hold go. */
    public void all(RecoveryPoint point) throws IOException, GitAPIException {
        // What stands at the point already stays: to found and push a repository again takes a second.
        Set<String> there = new TreeSet<>();
        for (String repository : keeper.names()) {
            if (mirrors.has(point, repository)
                    && mirrors.refs(point, repository).equals(refs.apply(repository))) {
                there.add(repository);
            } else {
                keeper.delete(repository);
            }
        }
        for (String repository : mirrors.repositories(point)) {
            if (!there.contains(repository)) {
                bringBack(repository, point);
            }
        }
    }

    /** Puts one repository back that the point holds. */
    public void one(String repository, RecoveryPoint point) throws IOException, GitAPIException {
        if (keeper.names().contains(repository)) {
            keeper.delete(repository);
        }
        bringBack(repository, point);
    }

    private void bringBack(String repository, RecoveryPoint point) throws IOException, GitAPIException {
        keeper.create(repository);
        mirrors.push(point, repository, server);
        keeper.restore(repository, mirrors.settings(point, repository));
    }
}
