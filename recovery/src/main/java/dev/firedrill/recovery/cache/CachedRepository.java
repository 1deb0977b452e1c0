package dev.firedrill.recovery.cache;

/**
 * A row of {@code repositories}.
 *
 * @param uid the UID of the Repository object that the row was written for
 * @param directory where its packages begin; a row keeps it for life
 * @param branch its package branch, which names its placeholders; a row keeps it for life
 * @param json the Repository object as the row holds it
 */
public record CachedRepository(
        String namespace, String name, String uid, String directory, String branch, String json) {}
