package dev.firedrill.recovery.sets.storage;

/**
 * A file that a storage has.
 *
 * @param key its key, which may be one that this program would not write
 * @param size in bytes
 */
public record StoredFile(String key, long size) {}
