package dev.firedrill.recovery.sets.format;

/**
 * A file of a set that is stored as it is.
 *
 * @param path below the set's folder
 * @param size in bytes
 * @param sha256 of its bytes, in hexadecimal
 */
public record FileEntry(String path, long size, String sha256) {}
