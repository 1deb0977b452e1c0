package dev.firedrill.recovery.model;

import java.time.Instant;

/**
 * A set of revisions that one reconcile pass took out of the cache.
 *
 * @param finished whether the pass that filled it came to its end
 * @param size how many revisions it still holds
 */
public record RescueSet(String id, Instant openedAt, boolean finished, int size) {}
