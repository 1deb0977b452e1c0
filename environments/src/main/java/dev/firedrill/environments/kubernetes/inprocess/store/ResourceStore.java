package dev.firedrill.environments.kubernetes.inprocess.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All objects of the API with one revision counter for all of them, as etcd holds them. Every change raises the counter by
 * one. The whole state can be saved and put back, counter included, whereupon versions go backwards.
 */
public final class ResourceStore {
    private final ChangeHistory history;
    private final Map<StoreListener, Scope> followers = new LinkedHashMap<>();
    private final Object lock = new Object();

    private TreeMap<ObjectKey, StoredObject> objects = new TreeMap<>();
    private long revision;
    private UUID incarnation = UUID.randomUUID();

    /** An empty store that remembers its latest {@code keptChanges} changes. */
    public ResourceStore(int keptChanges) {
        this.history = new ChangeHistory(keptChanges);
    }

    /** What lies at {@code key}, if anything. */
    public Optional<StoredObject> get(ObjectKey key) {
        synchronized (lock) {
            return Optional.ofNullable(objects.get(key));
        }
    }

    /** What {@code scope} holds now. */
    public StoreListing list(Scope scope) {
        synchronized (lock) {
            return listing(revision, scope, scope.of(objects));
        }
    }

    /** What {@code scope} held at an earlier revision; empty when that is compacted or lies in the future. */
    public Optional<StoreListing> listAt(Scope scope, long past) {
        synchronized (lock) {
            if (past < history.compactedAt() || past > revision) {
                return Optional.empty();
            }
            return Optional.of(listing(past, scope, history.asOf(past, scope, objects)));
        }
    }

    /** The revision of the latest change. */
    public long revision() {
        synchronized (lock) {
            return revision;
        }
    }

    /** An identity of the present state's lineage: another one after every {@link #reset} and {@link #restore}. */
    public String incarnation() {
        synchronized (lock) {
            return incarnation.toString();
        }
    }

    /** Does several steps as one: nobody sees or changes the store between them. Keep it short. */
    public <T> T transact(Function<Transaction, T> steps) {
        synchronized (lock) {
            return steps.apply(new Transaction());
        }
    }

    /**
     * Tells {@code follower} of everything that changes in {@code scope} from now on.
     *
     * @return what the scope holds now; nothing is lost or told twice between this and the first change
     */
    public StoreListing follow(Scope scope, StoreListener follower) {
        synchronized (lock) {
            followers.put(follower, scope);
            return list(scope);
        }
    }

    /**
     * Tells {@code follower} of everything that changes in {@code scope} from now on.
     *
     * @return what has changed since {@code past}; empty, with nobody following, when that is compacted
     */
    public Optional<List<ObjectChange>> followSince(long past, Scope scope, StoreListener follower) {
        synchronized (lock) {
            if (past < history.compactedAt()) {
                return Optional.empty();
            }
            followers.put(follower, scope);
            return Optional.of(history.since(past, scope));
        }
    }

    /** The revision before which changes can no longer be told. */
    public long compactedAt() {
        synchronized (lock) {
            return history.compactedAt();
        }
    }

    /** Tells {@code follower} nothing more. */
    public void leave(StoreListener follower) {
        synchronized (lock) {
            followers.remove(follower);
        }
    }

    /** The whole state. */
    public SavedState save() {
        synchronized (lock) {
            return new SavedState(revision, new TreeMap<>(objects));
        }
    }

    /** Puts a saved state back as it was, counter included, with its history compacted, and cuts every follower off. */
    public void restore(SavedState state) {
        synchronized (lock) {
            begin(new TreeMap<>(state.objects()), state.revision());
        }
    }

    /** Empties the store, cuts every follower off, and lets {@code first} fill it with what a new cluster has. */
    public void reset(Consumer<Transaction> first) {
        synchronized (lock) {
            begin(new TreeMap<>(), 0);
            first.accept(new Transaction());
            history.beginAt(revision);
        }
    }

    private void begin(TreeMap<ObjectKey, StoredObject> state, long counter) {
        objects = state;
        revision = counter;
        incarnation = UUID.randomUUID();
        history.beginAt(counter);
        List<StoreListener> cut = new ArrayList<>(followers.keySet());
        followers.clear();
        cut.forEach(StoreListener::cutOff);
    }

    private static StoreListing listing(long at, Scope scope, SortedMap<ObjectKey, StoredObject> candidates) {
        List<StoredObject> found = new ArrayList<>();
        candidates.forEach((key, object) -> {
            if (scope.holds(key)) {
                found.add(object);
            }
        });
        return new StoreListing(at, found);
    }

    /** The steps that can be taken while the store is locked. */
    public final class Transaction {
        private Transaction() {}

        /** What lies at {@code key}, if anything. */
        public Optional<StoredObject> get(ObjectKey key) {
            return Optional.ofNullable(objects.get(key));
        }

        /** What {@code scope} holds. */
        public List<StoredObject> list(Scope scope) {
            return listing(revision, scope, scope.of(objects)).objects();
        }

        /** Stores {@code body}, which becomes the store's own, under the next revision. */
        public StoredObject put(ObjectKey key, ObjectNode body) {
            revision++;
            body.withObject("/metadata").put("resourceVersion", Long.toString(revision));
            StoredObject after = new StoredObject(key, revision, body);
            tell(new ObjectChange(revision, key, Optional.ofNullable(objects.put(key, after)), Optional.of(after)));
            return after;
        }

        /** Removes what lies at {@code key}, under the next revision. */
        public void remove(ObjectKey key) {
            Optional<StoredObject> before = Optional.ofNullable(objects.remove(key));
            if (before.isPresent()) {
                revision++;
                tell(new ObjectChange(revision, key, before, Optional.empty()));
            }
        }

        private void tell(ObjectChange change) {
            history.add(change);
            followers.forEach((follower, scope) -> {
                if (scope.holds(change.key())) {
                    follower.changed(change);
                }
            });
        }
    }
}
