package dev.firedrill.environments.kubernetes.inprocess.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An object at one revision.
 *
 * @param key where it lies
 * @param revision the revision that wrote it, which its {@code metadata.resourceVersion} repeats
 * @param body the object; shared by everyone who reads it and therefore never changed, see {@link #copy()}
 */
public record StoredObject(ObjectKey key, long revision, ObjectNode body) {
    /** The body as one's own, to be changed at will. */
    public ObjectNode copy() {
        return body.deepCopy();
    }

    /** The same content as of another revision: how a deletion is told to those who watch. */
    public StoredObject at(long other) {
        ObjectNode copy = copy();
        copy.withObject("/metadata").put("resourceVersion", Long.toString(other));
        return new StoredObject(key, other, copy);
    }
}
