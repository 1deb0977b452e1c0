package dev.firedrill.recovery.port;

/** The git repository cannot be reached or does not let us in. The message says which and what to do. */
public final class GitUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GitUnavailable(String message) {
        super(message);
    }

    public GitUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
