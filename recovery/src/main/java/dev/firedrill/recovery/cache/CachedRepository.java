package dev.firedrill.recovery.cache;

/**
 * A row of {@code repositories}.
 *
 * @param uid the UID of the Repository object that the row was written for
 */
public record CachedRepository(String namespace, String name, String uid, String directory, String branch) {}
