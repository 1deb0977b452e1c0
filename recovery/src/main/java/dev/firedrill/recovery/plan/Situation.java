package dev.firedrill.recovery.plan;

import dev.firedrill.recovery.cache.CachedRepository;
import dev.firedrill.recovery.cluster.ClusterView;
import dev.firedrill.recovery.git.GitView;
import dev.firedrill.recovery.model.CachedRevision;
import java.util.List;
import java.util.Map;

/**
 * The three states that a plan is made from.
 *
 * @param git what a look at each valid Repository's git found, by Repository name
 * @param repositories rows of the cache's repositories
 * @param revisions rows of all package revisions of the namespace
 */
public record Situation(
        String namespace,
        ClusterView cluster,
        Map<String, GitView> git,
        List<CachedRepository> repositories,
        List<CachedRevision> revisions,
        Consent consent) {
    public Situation {
        git = Map.copyOf(git);
        repositories = repositories.stream()
                .filter(row -> row.namespace().equals(namespace))
                .toList();
        revisions = List.copyOf(revisions);
    }
}
