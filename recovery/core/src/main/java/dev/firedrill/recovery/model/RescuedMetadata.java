package dev.firedrill.recovery.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What a rescue set keeps of a revision besides its content.
 *
 * @param set the set that holds it
 * @param fingerprint tells it apart from other states of the same revision in the set
 * @param contentHash the hash of the content that the revision had
 * @param originTask the task that made the package, as JSON
 * @param reason why it was taken out of the cache
 */
public record RescuedMetadata(
        RevisionName name,
        String set,
        String fingerprint,
        String contentHash,
        Lifecycle lifecycle,
        Metadata metadata,
        Optional<String> originTask,
        String reason,
        Instant rescuedAt) {}
