package dev.firedrill.model;

/**
 * Proof, independent of the injector, that a fault really happened.
 *
 * @param fault what was to happen, as a sentence
 * @param seen what was observed, as a sentence; empty when nothing was, which makes a scenario inconclusive
 */
public record Witness(String fault, String seen) {
    /** Whether the fault was observed. */
    public boolean convincing() {
        return !seen.isBlank();
    }
}
