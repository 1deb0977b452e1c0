package dev.firedrill.recovery.cache;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.PackageContent;
import java.lang.ref.SoftReference;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Package revisions as they were read last, so that those that did not move are not read again. They are held softly: with
 * many large ones, memory matters more than reading one of them again.
 */
final class RowMemory {
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    /** The revision, when neither its row nor its content was written since. */
    Optional<CachedRevision> revision(String namespace, Stamp now) {
        return Optional.ofNullable(known.get(new Key(namespace, now.name())))
                .filter(each -> each.stamp().equals(now))
                .map(each -> each.revision().get());
    }

    /** Its content, when that was not written since. */
    Optional<PackageContent> content(String namespace, Stamp now) {
        return Optional.ofNullable(known.get(new Key(namespace, now.name())))
                .filter(each -> each.stamp().content().equals(now.content()))
                .map(each -> each.revision().get())
                .map(CachedRevision::content);
    }

    void keep(String namespace, Stamp stamp, CachedRevision revision) {
        known.put(new Key(namespace, stamp.name()), new Known(stamp, new SoftReference<>(revision)));
    }

    /** Forgets what the namespace does not hold any more. */
    void forgetAllBut(String namespace, Collection<Stamp> present) {
        Set<String> names = present.stream().map(Stamp::name).collect(Collectors.toSet());
        known.keySet().removeIf(key -> key.namespace().equals(namespace) && !names.contains(key.name()));
    }

    /** Forgets everything: a server that ended its sessions may have lost what it had acknowledged last. */
    void clear() {
        known.clear();
    }

    private record Key(String namespace, String name) {}

    private record Known(Stamp stamp, SoftReference<CachedRevision> revision) {}
}
