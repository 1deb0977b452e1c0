package dev.firedrill.recovery.model;

/**
 * A row of {@code repositories}.
 *
 * @param uid the UID of the Repository object that the row was written for
 * @param directory where its packages begin; a row keeps it for life
 * @param branch its package branch, which names its placeholders; a row keeps it for life
 * @param json the Repository object as the row holds it
 * @param removalAwaits whether a removal of its published rows has been waiting for confirmation
 * @param draftsKnown whether the cache has once been brought in line with git's branches of drafts, so that a draft of
 *     which it has no row is one that it does not want
 */
public record CachedRepository(
        String namespace,
        String name,
        String uid,
        String directory,
        String branch,
        String json,
        boolean removalAwaits,
        boolean draftsKnown) {
    public CachedRepository(String namespace, String name, String uid, String directory, String branch, String json) {
        this(namespace, name, uid, directory, branch, json, false, false);
    }
}
