package dev.firedrill.recovery.sets.storage;

/** Held until it is closed, or until the process that holds it is gone, however it went. */
@FunctionalInterface
public interface StorageLock extends AutoCloseable {
    /** Lets go. Closing it twice is harmless. */
    @Override
    void close();
}
