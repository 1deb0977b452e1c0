package dev.firedrill.model;

/**
 * The environment, not the system under recovery, failed: a store did not start, a fault was not seen, a wait ran out.
 * Makes a scenario inconclusive, never violated and never held. The message says what was tried, on what, what was seen
 * and what to do.
 */
public class EnvironmentFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EnvironmentFailure(String message) {
        super(message);
    }

    public EnvironmentFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
