package dev.firedrill.environments.kubernetes.inprocess;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.kind.BuiltInKinds;
import dev.firedrill.environments.kubernetes.inprocess.kind.CrdRules;
import dev.firedrill.environments.kubernetes.inprocess.kind.Metadata;
import dev.firedrill.environments.kubernetes.inprocess.store.ObjectChange;
import dev.firedrill.environments.kubernetes.inprocess.store.ObjectKey;
import dev.firedrill.environments.kubernetes.inprocess.store.ResourceStore;
import dev.firedrill.environments.kubernetes.inprocess.store.Scope;
import dev.firedrill.environments.kubernetes.inprocess.store.StoreListener;
import dev.firedrill.environments.kubernetes.inprocess.store.StoredObject;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does behind the API what a server does there by itself: deletes the objects of a custom kind whose definition is to be
 * deleted, and lets the definition go once they are gone. Namespaces it leaves alone, as a server without a controller
 * manager does: they stay Terminating until somebody finalizes them.
 */
final class CrdFinalizer implements StoreListener {
    private static final Scope EVERYTHING = new Scope("", "");

    private final ResourceStore store;
    private final Executor executor;
    private final AtomicBoolean called = new AtomicBoolean();

    CrdFinalizer(ResourceStore store, Executor executor) {
        this.store = store;
        this.executor = executor;
    }

    /** Begins to take care. */
    void begin() {
        store.follow(EVERYTHING, this);
    }

    @Override
    public void changed(ObjectChange change) {
        // Only a mark or a removal can be what a definition waits for.
        if (change.after().map(StoredObject::body).map(Metadata::isDeleting).orElse(true)) {
            call();
        }
    }

    @Override
    public void cutOff() {
        begin();
        // The state put back may hold a definition that was on its way out.
        call();
    }

    private void call() {
        if (called.compareAndSet(false, true)) {
            executor.execute(this::lookAround);
        }
    }

    private void lookAround() {
        called.set(false);
        for (StoredObject each :
                store.list(BuiltInKinds.CUSTOM_RESOURCE_DEFINITIONS.scope("")).objects()) {
            if (isDue(each)) {
                store.transact(steps -> finish(each.key(), steps));
            }
        }
    }

    private static boolean isDue(StoredObject definition) {
        return Metadata.isDeleting(definition.body())
                && Metadata.finalizers(definition.body()).contains(CrdRules.CLEANUP);
    }

    private static boolean finish(ObjectKey key, ResourceStore.Transaction steps) {
        boolean due = steps.get(key).filter(CrdFinalizer::isDue).isPresent();
        if (!due || !isEmptied(new Scope(key.name(), ""), steps)) {
            return false;
        }
        ObjectNode definition = steps.get(key).orElseThrow().copy();
        Set<String> finalizers = Metadata.finalizers(definition);
        finalizers.remove(CrdRules.CLEANUP);
        Metadata.setFinalizers(definition, finalizers);
        if (finalizers.isEmpty()) {
            steps.remove(key);
        } else {
            steps.put(key, definition);
        }
        return true;
    }

    /** Deletes the objects of a kind; true when none of them waits for its own finalizers. */
    private static boolean isEmptied(Scope kind, ResourceStore.Transaction steps) {
        boolean emptied = true;
        for (StoredObject each : steps.list(kind)) {
            if (Deletions.isFree(each.body())) {
                steps.remove(each.key());
                continue;
            }
            emptied = false;
            if (!Metadata.isDeleting(each.body())) {
                ObjectNode marked = each.copy();
                Deletions.mark(marked);
                steps.put(each.key(), marked);
            }
        }
        return emptied;
    }
}
