package dev.firedrill.environments.kubernetes.inprocess.store;

import java.util.Optional;

/**
 * One step of the store's history.
 *
 * @param revision the revision that it made
 * @param key what was changed
 * @param before what was there, if anything
 * @param after what is there since, if anything
 */
public record ObjectChange(long revision, ObjectKey key, Optional<StoredObject> before, Optional<StoredObject> after) {}
