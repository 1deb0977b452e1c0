package dev.firedrill.recovery.serve;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.port.Cluster;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out which owners of package revisions are not there, PackageVariants apart, which every look at the cluster lists. */
final class MissingOwners {
    private final Cluster cluster;

    MissingOwners(Cluster cluster) {
        this.cluster = cluster;
    }

    Set<OwnerReference> missing(Collection<CachedRevision> rows) {
        return rows.stream()
                .flatMap(row -> row.metadata().owners().stream())
                .filter(owner -> !owner.isVariant())
                .distinct()
                .filter(owner -> !cluster.isThere(owner))
                .collect(Collectors.toSet());
    }
}
