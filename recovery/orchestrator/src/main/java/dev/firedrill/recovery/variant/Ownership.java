package dev.firedrill.recovery.variant;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The owner references of one PackageVariant. */
final class Ownership {
    private static final String GROUP = "config.porch.kpt.dev/";
    private static final String KIND = "PackageVariant";

    private final Variant variant;

    Ownership(Variant variant) {
        this.variant = variant;
    }

    OwnerReference reference() {
        return new OwnerReference(GROUP + "v1alpha1", KIND, variant.name(), variant.uid(), true, true);
    }

    boolean owns(CachedRevision row) {
        return row.metadata().owners().stream().anyMatch(owner -> owner.uid().equals(variant.uid()));
    }

    /**
     * The row with the UID that the variant has now in the place of the ones that it had before; the same row when there
     * are none. A name is held by one object at a time, so a reference to this name with another UID is to an earlier
     * life of this variant.
     */
    CachedRevision reclaimed(CachedRevision row) {
        List<OwnerReference> owners = new ArrayList<>();
        boolean present = false;
        for (OwnerReference owner : row.metadata().owners()) {
            boolean ours = owner.uid().equals(variant.uid()) || isEarlierSelf(owner);
            if (!ours) {
                owners.add(owner);
            } else if (!present) {
                owners.add(new OwnerReference(
                        owner.apiVersion(),
                        owner.kind(),
                        owner.name(),
                        variant.uid(),
                        owner.controller(),
                        owner.blockOwnerDeletion()));
                present = true;
            }
        }
        return owners.equals(row.metadata().owners())
                ? row
                : row.withMetadata(row.metadata().withOwners(owners));
    }

    CachedRevision disowned(CachedRevision row) {
        List<OwnerReference> owners = row.metadata().owners().stream()
                .filter(owner -> !owner.uid().equals(variant.uid()))
                .toList();
        return row.withMetadata(row.metadata().withOwners(owners));
    }

    /** Another PackageVariant that lives and owns the row. */
    Optional<String> otherLivingOwner(CachedRevision row, Set<String> living) {
        return row.metadata().owners().stream()
                .filter(OwnerReference::isVariant)
                .filter(owner -> !owner.uid().equals(variant.uid()) && living.contains(owner.uid()))
                .map(OwnerReference::name)
                .findFirst();
    }

    private boolean isEarlierSelf(OwnerReference owner) {
        return owner.isVariant() && owner.name().equals(variant.name());
    }
}
