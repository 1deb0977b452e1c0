package dev.firedrill.proof.differential;

/** The recovery does not do as it must, whatever the model says: it does not come to rest, or the order matters. */
final class NotIdempotent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotIdempotent(String message) {
        super(message);
    }
}
