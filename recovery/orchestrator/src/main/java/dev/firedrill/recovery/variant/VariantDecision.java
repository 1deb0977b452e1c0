package dev.firedrill.recovery.variant;

import dev.firedrill.recovery.model.VariantStatus;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done for a PackageVariant.
 *
 * @param actions in this order; after them the variant is decided again
 * @param status what is true when there is nothing to do
 */
public record VariantDecision(List<VariantAction> actions, VariantStatus status) {
    public VariantDecision {
        actions = List.copyOf(actions);
    }

    static VariantDecision act(List<VariantAction> actions) {
        return new VariantDecision(
                actions, new VariantStatus(false, false, "Error", "the variant's revisions are being made", List.of()));
    }

    /** Nothing can be done until an object changes or a store comes back. */
    static VariantDecision error(String message) {
        return new VariantDecision(List.of(), failed(message));
    }

    static VariantDecision stalled(String message) {
        return new VariantDecision(List.of(), new VariantStatus(true, false, "ValidationError", message, List.of()));
    }

    /** @param but what of the variant is not acted on, as a sentence; it must not be taken for done */
    static VariantDecision ready(List<String> targets, Optional<String> but) {
        String message = "the downstream package follows its upstream"
                + but.map(what -> "; but " + what).orElse("");
        return new VariantDecision(List.of(), new VariantStatus(false, true, "NoErrors", message, targets));
    }

    static VariantStatus failed(String message) {
        return new VariantStatus(false, false, "Error", message, List.of());
    }
}
