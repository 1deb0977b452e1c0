package dev.firedrill.recovery.model;

import java.util.Map;
import java.util.Optional;

/**
 * A PackageVariant object of the control plane, which is the truth for variants (rule 4).
 *
 * @param upstreamWorkspace which revision of the upstream package is wanted; without it the variant cannot be resolved
 * @param adoptExisting whether revisions without an owner of this UID are taken over
 * @param orphanOnDelete whether deletion leaves the downstream revisions alone
 * @param packageContext values to set in the package's context, {@code packageContext.data}
 * @param json the whole object as the API returned it
 */
public record Variant(
        String namespace,
        String name,
        String uid,
        long generation,
        boolean deleting,
        String upstreamRepository,
        String upstreamPackage,
        Optional<String> upstreamWorkspace,
        String downstreamRepository,
        String downstreamPackage,
        boolean adoptExisting,
        boolean orphanOnDelete,
        Map<String, String> labels,
        Map<String, String> annotations,
        Map<String, String> packageContext,
        String json) {
    public Variant {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        packageContext = Map.copyOf(packageContext);
    }
}
