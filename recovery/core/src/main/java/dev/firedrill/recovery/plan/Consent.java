package dev.firedrill.recovery.plan;

import java.util.Map;

/**
 * What an operator has agreed to.
 *
 * @param confirmedRemovals the token of the removal that may happen, by Repository
 * @param windowClosed whether rows of absent Repositories may be taken out
 */
public record Consent(Map<String, String> confirmedRemovals, boolean windowClosed) {
    public Consent {
        confirmedRemovals = Map.copyOf(confirmedRemovals);
    }

    /** Consent to nothing. */
    public static Consent none() {
        return new Consent(Map.of(), false);
    }
}
