package dev.firedrill.recovery.plan;

import dev.firedrill.recovery.model.CachedRepository;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.ClusterView;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.RescuedMetadata;
import dev.firedrill.recovery.model.UnreadableRow;
import java.util.List;
import java.util.Map;

/**
 * The three states that a plan is made from.
 *
 * @param git what a look at each valid Repository's git found, by Repository name
 * @param repositories rows of the cache's repositories
 * @param revisions rows of all package revisions of the namespace that can be read
 * @param unreadable the rows of package revisions that cannot be read, which nothing is decided about
 * @param rescued what rescue sets keep of revisions that git has and the cache has not
 */
public record ObservedState(
        String namespace,
        ClusterView cluster,
        Map<String, GitView> git,
        List<CachedRepository> repositories,
        List<CachedRevision> revisions,
        List<UnreadableRow> unreadable,
        List<RescuedMetadata> rescued,
        Consent consent) {
    /** A state in which every row can be read and no rescue set knows anything of what has no row. */
    public ObservedState(
            String namespace,
            ClusterView cluster,
            Map<String, GitView> git,
            List<CachedRepository> repositories,
            List<CachedRevision> revisions,
            Consent consent) {
        this(namespace, cluster, git, repositories, revisions, List.of(), List.of(), consent);
    }

    public ObservedState {
        git = Map.copyOf(git);
        repositories = repositories.stream()
                .filter(row -> row.namespace().equals(namespace))
                .toList();
        revisions = List.copyOf(revisions);
        unreadable = List.copyOf(unreadable);
        rescued = List.copyOf(rescued);
    }
}
