package dev.firedrill.recovery.engine;

/** What the last pass over the stores knows of each repository. */
public interface Standings {
    /**
     * How the repository stands.
     *
     * @throws Refused when the control plane was not read yet, so that nothing can be said
     */
    Standing of(String repository);
}
