package dev.firedrill.environments.kubernetes.inprocess.store;

import java.util.SortedMap;

/**
 * The whole store at one moment.
 *
 * @param revision the revision counter
 * @param objects every object
 */
public record SavedState(long revision, SortedMap<ObjectKey, StoredObject> objects) {}
