package dev.firedrill.environments.kubernetes.inprocess;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.kind.ResourceKind;
import dev.firedrill.environments.kubernetes.inprocess.request.Json;
import dev.firedrill.environments.kubernetes.inprocess.request.ObjectSelection;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import dev.firedrill.environments.kubernetes.inprocess.store.ObjectChange;
import dev.firedrill.environments.kubernetes.inprocess.store.StoredObject;
import java.util.Optional;

/**
 * Turns what happens in the store into what a watcher is told of it.
 *
 * @param kind the kind in the version that is watched
 * @param selection which objects are watched: one that comes to match is added, one that no longer does is deleted
 */
record WatchEvents(ResourceKind kind, ObjectSelection selection) {
    private static final String INITIAL_EVENTS_END = "k8s.io/initial-events-end";

    Optional<ObjectNode> of(ObjectChange change) {
        Optional<StoredObject> before = change.before().filter(each -> selection.test(each.body()));
        Optional<StoredObject> after = change.after().filter(each -> selection.test(each.body()));
        if (after.isPresent()) {
            return Optional.of(event(before.isPresent() ? "MODIFIED" : "ADDED", after.get()));
        }
        // What is gone is told as it last was, and as of the revision that took it away.
        return before.map(last -> event("DELETED", last.at(change.revision())));
    }

    /** The event that tells of an object that was there before. */
    Optional<ObjectNode> present(StoredObject object) {
        return Optional.of(object).filter(each -> selection.test(each.body())).map(each -> event("ADDED", each));
    }

    /** The event that tells how far the watcher has come. */
    ObjectNode bookmark(long revision, boolean endsInitialEvents) {
        ObjectNode object = Json.object();
        object.put("kind", kind.names().kind()).put("apiVersion", kind.apiVersion());
        ObjectNode metadata = object.putObject("metadata");
        metadata.put("resourceVersion", Long.toString(revision)).putNull("creationTimestamp");
        if (endsInitialEvents) {
            metadata.putObject("annotations").put(INITIAL_EVENTS_END, "true");
        }
        return event("BOOKMARK", object);
    }

    /** The event that ends a watch which cannot go on. */
    ObjectNode error(StatusError error) {
        return event("ERROR", error.toStatus());
    }

    private ObjectNode event(String type, StoredObject object) {
        return event(type, kind.view(object.body()));
    }

    private static ObjectNode event(String type, ObjectNode object) {
        ObjectNode event = Json.object();
        event.put("type", type).set("object", object);
        return event;
    }
}
