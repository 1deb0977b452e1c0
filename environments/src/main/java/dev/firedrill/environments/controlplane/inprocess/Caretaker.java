package dev.firedrill.environments.controlplane.inprocess;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.controlplane.inprocess.kind.BuiltInKinds;
import dev.firedrill.environments.controlplane.inprocess.kind.CrdRules;
import dev.firedrill.environments.controlplane.inprocess.kind.Metadata;
import dev.firedrill.environments.controlplane.inprocess.kind.NamespaceRules;
import dev.firedrill.environments.controlplane.inprocess.store.Change;
import dev.firedrill.environments.controlplane.inprocess.store.Follower;
import dev.firedrill.environments.controlplane.inprocess.store.ObjectKey;
import dev.firedrill.environments.controlplane.inprocess.store.ResourceStore;
import dev.firedrill.environments.controlplane.inprocess.store.Scope;
import dev.firedrill.environments.controlplane.inprocess.store.StoredObject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does behind the API what the controllers of a cluster do that clients count on: empties a namespace or a custom kind that
 * is to be deleted, and lets it go once its content is gone.
 */
final class Caretaker implements Follower {
    private static final Scope EVERYTHING = new Scope("", "");

    private final ResourceStore store;
    private final Executor executor;
    private final AtomicBoolean called = new AtomicBoolean();

    Caretaker(ResourceStore store, Executor executor) {
        this.store = store;
        this.executor = executor;
    }

    /** Begins to take care. */
    void begin() {
        store.follow(EVERYTHING, this);
    }

    @Override
    public void changed(Change change) {
        // Only a mark or a removal can be what something waits for.
        boolean matters =
                change.after().map(StoredObject::body).map(Metadata::isDeleting).orElse(true);
        if (matters && called.compareAndSet(false, true)) {
            executor.execute(this::lookAround);
        }
    }

    @Override
    public void cutOff() {
        begin();
        if (called.compareAndSet(false, true)) {
            executor.execute(this::lookAround);
        }
    }

    private void lookAround() {
        called.set(false);
        for (StoredObject each : store.list(BuiltInKinds.NAMESPACES.scope("")).objects()) {
            if (Metadata.isDeleting(each.body())) {
                store.transact(steps -> finishNamespace(each.key(), steps));
            }
        }
        for (StoredObject each :
                store.list(BuiltInKinds.CUSTOM_RESOURCE_DEFINITIONS.scope("")).objects()) {
            if (Metadata.finalizers(each.body()).contains(CrdRules.CLEANUP) && Metadata.isDeleting(each.body())) {
                store.transact(steps -> finishDefinition(each.key(), steps));
            }
        }
    }

    private static boolean finishNamespace(ObjectKey key, ResourceStore.Transaction steps) {
        boolean present =
                steps.get(key).filter(each -> Metadata.isDeleting(each.body())).isPresent();
        if (!present || !empty(Scope.ofNamespace(key.name()), steps)) {
            return false;
        }
        ObjectNode namespace = steps.get(key).orElseThrow().copy();
        namespace
                .withObject("/spec")
                .withArray("finalizers")
                .removeIf(each -> NamespaceRules.CONTENT.equals(each.asText()));
        finish(key, namespace, steps);
        return true;
    }

    private static boolean finishDefinition(ObjectKey key, ResourceStore.Transaction steps) {
        boolean present =
                steps.get(key).filter(each -> Metadata.isDeleting(each.body())).isPresent();
        if (!present || !empty(new Scope(key.name(), ""), steps)) {
            return false;
        }
        ObjectNode definition = steps.get(key).orElseThrow().copy();
        Set<String> finalizers = Metadata.finalizers(definition);
        finalizers.remove(CrdRules.CLEANUP);
        Metadata.setFinalizers(definition, finalizers);
        finish(key, definition, steps);
        return true;
    }

    private static void finish(ObjectKey key, ObjectNode object, ResourceStore.Transaction steps) {
        if (Deletions.isFree(object)) {
            steps.remove(key);
        } else if (!object.equals(steps.get(key).orElseThrow().body())) {
            steps.put(key, object);
        }
    }

    /** Deletes what is in {@code scope}; true once nothing is left that waits for a finalizer. */
    private static boolean empty(Scope scope, ResourceStore.Transaction steps) {
        List<StoredObject> content = steps.list(scope);
        boolean left = false;
        for (StoredObject each : content) {
            if (Deletions.isFree(each.body())) {
                steps.remove(each.key());
                continue;
            }
            left = true;
            if (!Metadata.isDeleting(each.body())) {
                ObjectNode marked = each.copy();
                Metadata.of(marked).put("deletionTimestamp", Stamp.now()).put("deletionGracePeriodSeconds", 0L);
                if (marked.path("metadata").has("generation")) {
                    Metadata.of(marked)
                            .put(
                                    "generation",
                                    marked.path("metadata").path("generation").asLong() + 1);
                }
                steps.put(each.key(), marked);
            }
        }
        return !left;
    }
}
