package dev.firedrill.recovery.port;

/** The right to align a namespace, which only one process has at a time; closing it gives it back. */
public interface PassLock extends AutoCloseable {
    @Override
    void close();
}
