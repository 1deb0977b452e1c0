package dev.firedrill.recovery.cache.rows;

import dev.firedrill.recovery.cache.rows.Remembered.Key;
import dev.firedrill.recovery.model.CachedRepository;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.PackageContent;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows as they were read last. A revision's content outlives a change of its row. */
public final class RowMemory {
    private final Remembered<CachedRevision> revisions = new Remembered<>();
    private final Remembered<PackageContent> contents = new Remembered<>();
    private final Remembered<CachedRepository> repositories = new Remembered<>();

    /** The rows of repositories. */
    public Remembered<CachedRepository> repositories() {
        return repositories;
    }

    /** The revision, when neither its row nor its content was written since. */
    Optional<CachedRevision> revision(String namespace, Stamp now) {
        return revisions.at(new Key(namespace, now.name()), now.row() + now.content());
    }

    /** Its content, when that was not written since. */
    Optional<PackageContent> content(String namespace, Stamp now) {
        return contents.at(new Key(namespace, now.name()), now.content());
    }

    void keep(String namespace, Stamp stamp, CachedRevision revision) {
        Key key = new Key(namespace, stamp.name());
        revisions.keep(key, stamp.row() + stamp.content(), revision);
        contents.keep(key, stamp.content(), revision.content());
    }

    /** Forgets what the namespace does not hold any more. */
    void forgetAllBut(String namespace, Collection<Stamp> present) {
        Set<String> names = present.stream().map(Stamp::name).collect(Collectors.toSet());
        revisions.forget(key -> key.namespace().equals(namespace) && !names.contains(key.name()));
        contents.forget(key -> key.namespace().equals(namespace) && !names.contains(key.name()));
    }

    /** Forgets everything: a server that ended its sessions may have lost what it had acknowledged last. */
    public void clear() {
        revisions.clear();
        contents.clear();
        repositories.clear();
    }
}
