package dev.firedrill.steps.agreement;

/** The recovery does not do as it must, whatever the model says: it does not come to rest, or the order matters. */
final class Restless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Restless(String message) {
        super(message);
    }
}
