package dev.firedrill.recovery.cache.rows;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Values as they were read last, each with its stamp, so that a value that did not change is not read again. They are held
 * softly: with many large ones, memory matters more than reading one of them again.
 */
public final class Remembered<T> {
    private final Map<Key, Stamped<T>> known = new ConcurrentHashMap<>();

    /** The thing, when it still has that stamp. */
    Optional<T> at(Key key, String stamp) {
        return Optional.ofNullable(known.get(key))
                .filter(each -> each.stamp().equals(stamp))
                .map(each -> each.thing().get());
    }

    void keep(Key key, String stamp, T thing) {
        known.put(key, new Stamped<>(stamp, new SoftReference<>(thing)));
    }

    void forget(Predicate<Key> gone) {
        known.keySet().removeIf(gone);
    }

    void clear() {
        known.clear();
    }

    /** Namespace and name of a row. */
    record Key(String namespace, String name) {}

    private record Stamped<T>(String stamp, SoftReference<T> thing) {}
}
