package dev.firedrill.environments.kubernetes.inprocess.store;

import java.util.List;

/**
 * What a part of the store held at one revision.
 *
 * @param revision the revision
 * @param objects the objects in the order of their keys
 */
public record StoreListing(long revision, List<StoredObject> objects) {}
