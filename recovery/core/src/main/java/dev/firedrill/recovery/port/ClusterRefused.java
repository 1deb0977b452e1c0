package dev.firedrill.recovery.port;

/** The control plane answers and does not accept what was to be written into one object; all others are not concerned. */
public final class ClusterRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClusterRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
