package dev.firedrill.recovery.cluster;

/** An object of the control plane cannot be used; the message completes "because …". */
final class InvalidObject extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidObject(String message) {
        super(message);
    }
}
