package dev.firedrill.recovery.port;

/** The git repository refused a push, or pushing would change what is published. */
public final class GitRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GitRefused(String message) {
        super(message);
    }

    public GitRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
