package dev.firedrill.recovery.plan;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rewrites references to dead UIDs of PackageVariants that live under another UID (rule 4). Only the variant whose
 * downstream the package is may own it again; references to variants that have not returned stay for when they do.
 */
final class OwnerReclaim {

    private final Map<String, Variant> living;
    private final Set<String> uids;

    OwnerReclaim(List<Variant> variants) {
        living = variants.stream().collect(Collectors.toMap(Variant::name, Function.identity(), (one, other) -> one));
        uids = variants.stream().map(Variant::uid).collect(Collectors.toSet());
    }

    /** The row with its owners as they live now; an equal row when they do. */
    CachedRevision adopted(CachedRevision row) {
        List<OwnerReference> owners = new ArrayList<>();
        for (OwnerReference owner : row.metadata().owners()) {
            OwnerReference now =
                    isDeadVariant(owner) ? revived(owner, row.name().packageName()) : owner;
            boolean twice = now.isVariant()
                    && owners.stream().anyMatch(other -> other.uid().equals(now.uid()));
            if (!twice) {
                owners.add(now);
            }
        }
        return owners.equals(row.metadata().owners())
                ? row
                : row.withMetadata(row.metadata().withOwners(owners));
    }

    private boolean isDeadVariant(OwnerReference owner) {
        return owner.isVariant() && !uids.contains(owner.uid());
    }

    private OwnerReference revived(OwnerReference owner, PackageName packageName) {
        Variant variant = living.get(owner.name());
        boolean fits = variant != null
                && variant.namespace().equals(packageName.namespace())
                && variant.downstreamRepository().equals(packageName.repository())
                && variant.downstreamPackage().equals(packageName.path());
        return fits
                ? new OwnerReference(
                        owner.apiVersion(),
                        owner.kind(),
                        owner.name(),
                        variant.uid(),
                        owner.controller(),
                        owner.blockOwnerDeletion())
                : owner;
    }
}
