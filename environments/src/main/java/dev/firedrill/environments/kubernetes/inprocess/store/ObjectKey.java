package dev.firedrill.environments.kubernetes.inprocess.store;

import java.util.Comparator;

/**
 * Where an object lies.
 *
 * @param resource the plural with its group, such as {@code widgets.example.com}
 * @param namespace empty for an object of the whole cluster
 * @param name its name
 */
public record ObjectKey(String resource, String namespace, String name) implements Comparable<ObjectKey> {
    private static final Comparator<ObjectKey> ORDER = Comparator.comparing(ObjectKey::resource)
            .thenComparing(ObjectKey::namespace)
            .thenComparing(ObjectKey::name);

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }
}
