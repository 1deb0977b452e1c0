package dev.firedrill.environments.controlplane.inprocess.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The latest changes, as many as are kept. What is older is compacted: gone for those who watch from there and for those
 * who page through a list of that time.
 */
final class History {
    private final int kept;
    private final Deque<Change> changes = new ArrayDeque<>();
    private long compactedAt;

    History(int kept) {
        this.kept = kept;
    }

    /** Forgets everything up to {@code revision}, as a server does that starts on a given state. */
    void beginAt(long revision) {
        changes.clear();
        compactedAt = revision;
    }

    void add(Change change) {
        changes.addLast(change);
        if (changes.size() > kept) {
            compactedAt = changes.removeFirst().revision();
        }
    }

    /** The newest revision whose successor may be missing here. */
    long compactedAt() {
        return compactedAt;
    }

    List<Change> since(long revision, Scope scope) {
        List<Change> later = new ArrayList<>();
        for (Iterator<Change> newest = changes.descendingIterator(); newest.hasNext(); ) {
            Change change = newest.next();
            if (change.revision() <= revision) {
                break;
            }
            if (scope.holds(change.key())) {
                later.add(change);
            }
        }
        Collections.reverse(later);
        return later;
    }

    /** Undoes what came after {@code revision}, which must not be compacted. */
    SortedMap<ObjectKey, StoredObject> asOf(long revision, Scope scope, SortedMap<ObjectKey, StoredObject> present) {
        SortedMap<ObjectKey, StoredObject> then = new TreeMap<>(scope.of(present));
        List<Change> undone = since(revision, scope);
        Collections.reverse(undone);
        for (Change change : undone) {
            change.before().ifPresentOrElse(old -> then.put(change.key(), old), () -> then.remove(change.key()));
        }
        return then;
    }
}
