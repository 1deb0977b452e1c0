package dev.firedrill.recovery.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The Kubernetes metadata of a package revision, for which the package cache is the truth (rule 3).
 *
 * @param labels labels that users set; computed ones such as {@code kpt.dev/latest-revision} are not among them
 * @param createdAt when the cache first held the revision
 * @param deletedAt when deletion was asked for while finalizers still hold the revision
 */
public record Metadata(
        Map<String, String> labels,
        Map<String, String> annotations,
        List<OwnerReference> owners,
        List<String> finalizers,
        Instant createdAt,
        Optional<Instant> deletedAt) {
    public Metadata {
        labels = Map.copyOf(new TreeMap<>(labels));
        annotations = Map.copyOf(new TreeMap<>(annotations));
        owners = List.copyOf(owners);
        finalizers = List.copyOf(finalizers);
    }

    /** What a revision has of which only git knows: nothing but the time of its return. */
    public static Metadata none(Instant createdAt) {
        return new Metadata(Map.of(), Map.of(), List.of(), List.of(), createdAt, Optional.empty());
    }

    public Metadata withLabels(Map<String, String> newLabels) {
        return new Metadata(newLabels, annotations, owners, finalizers, createdAt, deletedAt);
    }

    public Metadata withAnnotations(Map<String, String> newAnnotations) {
        return new Metadata(labels, newAnnotations, owners, finalizers, createdAt, deletedAt);
    }

    public Metadata withOwners(List<OwnerReference> newOwners) {
        return new Metadata(labels, annotations, newOwners, finalizers, createdAt, deletedAt);
    }

    public Metadata withFinalizers(List<String> newFinalizers) {
        return new Metadata(labels, annotations, owners, newFinalizers, createdAt, deletedAt);
    }

    public Metadata withDeletedAt(Instant when) {
        return new Metadata(labels, annotations, owners, finalizers, createdAt, Optional.of(when));
    }
}
