package dev.firedrill.environments.kubernetes.inprocess.store;

import java.util.SortedMap;

/**
 * A part of the store.
 *
 * @param resource the plural with its group, or empty for every resource
 * @param namespace a namespace, or empty for all of them
 */
public record Scope(String resource, String namespace) {
    // Sorts after every name, since names are ASCII.
    private static final String END = "\uffff";

    /** Every object of a namespace, of whatever resource. */
    public static Scope ofNamespace(String namespace) {
        return new Scope("", namespace);
    }

    boolean holds(ObjectKey key) {
        return (resource.isEmpty() || resource.equals(key.resource()))
                && (namespace.isEmpty() || namespace.equals(key.namespace()));
    }

    /** The run of keys that has this scope in it; those of other namespaces are still to be sorted out. */
    SortedMap<ObjectKey, StoredObject> of(SortedMap<ObjectKey, StoredObject> all) {
        if (resource.isEmpty()) {
            return all;
        }
        return all.subMap(
                new ObjectKey(resource, namespace, ""),
                new ObjectKey(resource, namespace.isEmpty() ? END : namespace, END));
    }
}
