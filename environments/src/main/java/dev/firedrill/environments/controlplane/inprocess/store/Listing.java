package dev.firedrill.environments.controlplane.inprocess.store;

import java.util.List;

/**
 * What a part of the store held at one revision.
 *
 * @param revision the revision
 * @param objects the objects in the order of their keys
 */
public record Listing(long revision, List<StoredObject> objects) {}
