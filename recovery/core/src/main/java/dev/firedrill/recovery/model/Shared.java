package dev.firedrill.recovery.model;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/** One object for equal values, for as long as the object is referenced. */
final class Shared<T> {
    private final Map<T, WeakReference<T>> known = new WeakHashMap<>();

    /** The object that stands for {@code value}; {@code value} itself when there is none yet. */
    synchronized T one(T value) {
        WeakReference<T> reference = known.get(value);
        T present = reference == null ? null : reference.get();
        if (present != null) {
            return present;
        }
        known.put(value, new WeakReference<>(value));
        return value;
    }
}
