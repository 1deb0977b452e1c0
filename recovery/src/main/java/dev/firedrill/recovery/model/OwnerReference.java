package dev.firedrill.recovery.model;

/** A reference from a package revision to the object that owns it, as in Kubernetes. */
public record OwnerReference(
        String apiVersion, String kind, String name, String uid, boolean controller, boolean blockOwnerDeletion) {}
