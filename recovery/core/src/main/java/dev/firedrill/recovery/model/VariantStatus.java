package dev.firedrill.recovery.model;

import java.util.List;

/**
 * What we say about a PackageVariant.
 *
 * @param stalled the condition {@code Stalled}: invalid, or its upstream is not there
 * @param ready the condition {@code Ready}
 * @param reason {@code NoErrors}, {@code Error} or {@code ValidationError}
 * @param message one sentence
 * @param downstreamTargets names of the package revisions that it manages
 */
public record VariantStatus(
        boolean stalled, boolean ready, String reason, String message, List<String> downstreamTargets) {
    public VariantStatus {
        downstreamTargets = List.copyOf(downstreamTargets);
    }
}
