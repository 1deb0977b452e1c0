package dev.firedrill.recovery.port;

/** A constraint or trigger of the package cache refused a write; nothing was written. */
public final class CacheRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CacheRefused(String message) {
        super(message);
    }

    public CacheRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
