package dev.firedrill.environments.kubernetes.inprocess.store;

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
final class ChangeHistory {
    private final int kept;
    private final Deque<ObjectChange> changes = new ArrayDeque<>();
    private long compactedAt;

    ChangeHistory(int kept) {
        this.kept = kept;
    }

    /** Forgets everything up to {@code revision}, as a server does that starts on a given state. */
    void beginAt(long revision) {
        changes.clear();
        compactedAt = revision;
    }

    void add(ObjectChange change) {
        changes.addLast(change);
        if (changes.size() > kept) {
            compactedAt = changes.removeFirst().revision();
        }
    }

    /** The newest revision whose successor may be missing here. */
    long compactedAt() {
        return compactedAt;
    }

    List<ObjectChange> since(long revision, Scope scope) {
        List<ObjectChange> later = new ArrayList<>();
        for (Iterator<ObjectChange> newest = changes.descendingIterator(); newest.hasNext(); ) {
            ObjectChange change = newest.next();
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
        List<ObjectChange> undone = since(revision, scope);
        Collections.reverse(undone);
        for (ObjectChange change : undone) {
            change.before().ifPresentOrElse(old -> then.put(change.key(), old), () -> then.remove(change.key()));
        }
        return then;
    }
}
