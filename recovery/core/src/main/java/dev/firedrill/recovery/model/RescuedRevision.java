package dev.firedrill.recovery.model;

import java.time.Instant;

/**
 * A revision as it was when a reconcile pass took it out of the cache.
 *
 * @param reason one sentence
 */
public record RescuedRevision(CachedRevision revision, String reason, Instant rescuedAt) {}
