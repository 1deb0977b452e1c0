package dev.firedrill.recovery.port;

/** The database does not answer, refuses the login or lacks a table. The message says which and what to do. */
public final class CacheUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CacheUnavailable(String message) {
        super(message);
    }

    public CacheUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
