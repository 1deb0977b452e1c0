package dev.firedrill.recovery.port;

/** Another writer changed the row meanwhile; read it again and repeat. */
public final class CacheConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CacheConflict(String message) {
        super(message);
    }

    public CacheConflict(String message, Throwable cause) {
        super(message, cause);
    }
}
