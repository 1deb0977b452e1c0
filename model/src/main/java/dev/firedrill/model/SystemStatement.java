package dev.firedrill.model;

import java.util.List;
import java.util.Optional;

/**
 * What a system under test says of what it looks after, read at one time. What a system has no words for is empty, which is
 * not the same as a list of nothing.
 *
 * @param repositories every Repository with its condition
 * @param variants every PackageVariant with its conditions
 * @param quarantined repositories whose rows are kept out of sight, with their number
 * @param awaitingConfirmation removals that somebody has to confirm
 * @param rescued the names of package revisions that were taken out and kept aside
 */
public record SystemStatement(
        List<RepositoryReadiness> repositories,
        List<VariantReadiness> variants,
        Optional<List<Quarantined>> quarantined,
        Optional<List<Removal>> awaitingConfirmation,
        Optional<List<String>> rescued) {
    /**
     * One Repository's condition.
     *
     * @param message why, in the system's words; empty when it gives no reason
     */
    public record RepositoryReadiness(String name, boolean ready, String message) {}

    /**
     * One PackageVariant's conditions.
     *
     * @param message why, in the system's words; empty when it gives no reason
     */
    public record VariantReadiness(String name, boolean ready, boolean stalled, String message) {}

    /** Rows of an absent Repository. */
    public record Quarantined(String repository, int rows) {}

    /**
     * A removal that waits for a yes.
     *
     * @param token what the yes has to name, so that it is meant for this removal and no other
     * @param count how many rows it removes
     */
    public record Removal(String repository, String token, int count) {}

    public SystemStatement {
        repositories = List.copyOf(repositories);
        variants = List.copyOf(variants);
        quarantined = quarantined.map(List::copyOf);
        awaitingConfirmation = awaitingConfirmation.map(List::copyOf);
        rescued = rescued.map(List::copyOf);
    }

    /** What it names as kept out of sight; nothing when it has no words for that. */
    public List<Quarantined> namedAsQuarantined() {
        return quarantined.orElse(List.of());
    }

    /** What it names as waiting for a yes; nothing when it has no words for that. */
    public List<Removal> namedAsAwaiting() {
        return awaitingConfirmation.orElse(List.of());
    }
}
