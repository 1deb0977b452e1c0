package dev.firedrill.recovery.reconcile;

import dev.firedrill.recovery.plan.Consent;
import java.time.Duration;

/**
 * What a pass may do.
 *
 * @param patience how long to wait while another process aligns the same stores
 */
public record PassRequest(Consent consent, Duration patience) {
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

    /** A pass without consent to anything. */
    public static PassRequest usual() {
        return of(Consent.none());
    }

    /** A pass that does what was agreed to. */
    public static PassRequest of(Consent consent) {
        return new PassRequest(consent, USUAL_PATIENCE);
    }
}
