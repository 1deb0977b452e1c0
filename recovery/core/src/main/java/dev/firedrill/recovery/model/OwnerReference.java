package dev.firedrill.recovery.model;

/** A reference from a package revision to the object that owns it, as in Kubernetes. */
public record OwnerReference(
        String apiVersion, String kind, String name, String uid, boolean controller, boolean blockOwnerDeletion) {
    private static final String GROUP = "config.porch.kpt.dev/";
    private static final String VARIANT = "PackageVariant";

    /** Whether the owner is a PackageVariant, in whatever version of its group. */
    public boolean isVariant() {
        return kind.equals(VARIANT) && apiVersion.startsWith(GROUP);
    }
}
