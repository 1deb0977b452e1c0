package dev.firedrill.recovery.port;

/** The control plane does not answer, refuses us, or lacks a CRD. The message says which and what to do. */
public final class ClusterUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClusterUnavailable(String message) {
        super(message);
    }

    public ClusterUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
