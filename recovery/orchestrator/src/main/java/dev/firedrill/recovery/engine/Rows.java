package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.port.CacheConflict;
import dev.firedrill.recovery.port.CacheRefused;
import dev.firedrill.recovery.port.CacheUnavailable;
import dev.firedrill.recovery.port.PackageCache;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The rows that users may see and write, with the cache's failures in words for users. */
final class Rows {
    private final PackageCache cache;
    private final RepositoryStates states;
    private final String namespace;

    Rows(PackageCache cache, RepositoryStates states, String namespace) {
        this.cache = cache;
        this.states = states;
        this.namespace = namespace;
    }

    String namespace() {
        return namespace;
    }

    List<CachedRevision> visible() {
        return visible(attempt(() -> cache.revisions(namespace)));
    }

    List<CachedRevision> visible(List<CachedRevision> all) {
        return all.stream()
                .filter(row -> states.of(row.name().repository()).isVisible())
                .toList();
    }

    List<CachedRevision> ofRepository(String repository) {
        return attempt(() -> cache.revisions(namespace, repository));
    }

    List<CachedRevision> ofPackage(PackageName name) {
        return ofRepository(name.repository()).stream()
                .filter(row -> row.name().packageName().equals(name))
                .toList();
    }

    Optional<CachedRevision> find(String objectName) {
        return attempt(() -> cache.find(namespace, objectName));
    }

    CachedRevision get(String objectName) {
        CachedRevision row = find(objectName).orElseThrow(() -> notFound(objectName));
        if (states.of(row.name().repository()) instanceof RepositoryState.Absent absent) {
            throw new Refused(
                    Refused.Kind.NOT_FOUND,
                    "package revision " + Names.quoted(objectName) + " is quarantined: " + absent.why());
        }
        return row;
    }

    /** The row of {@code objectName} for a write; a row of a repository that may not be written is refused. */
    CachedRevision writable(String objectName) {
        CachedRevision row = find(objectName).orElseThrow(() -> notFound(objectName));
        repository(row.name().repository());
        return row;
    }

    /** The repository, for a write of one of its rows. */
    Repository repository(String name) {
        RepositoryState state = states.of(name);
        if (state instanceof RepositoryState.Aligned aligned) {
            return aligned.repository();
        }
        if (state instanceof RepositoryState.Unaligned unaligned) {
            throw new Refused(
                    Refused.Kind.UNAVAILABLE,
                    "package revisions of repository " + Names.quoted(name) + " are read-only for now: "
                            + unaligned.why());
        }
        String why = state instanceof RepositoryState.Absent absent ? absent.why() : "it is not registered";
        throw Refused.conflict("package revisions of repository " + Names.quoted(name) + " are read-only: " + why);
    }

    void insert(CachedRevision row) {
        try {
            run(() -> cache.insert(row));
        } catch (CacheConflict e) {
            throw exists(row.name());
        }
    }

    void update(CachedRevision seen, CachedRevision wanted) {
        try {
            run(() -> cache.update(seen, wanted));
        } catch (CacheConflict e) {
            throw modified(seen);
        }
    }

    void rescue(CachedRevision row, String set, String reason) {
        try {
            run(() -> cache.rescue(row, set, reason));
        } catch (CacheConflict e) {
            throw modified(row);
        }
    }

    void delete(RevisionName name) {
        run(() -> cache.delete(name));
    }

    static Refused modified(CachedRevision row) {
        return Refused.conflict("the object has been modified; please apply your changes to the latest version of '"
                + row.name().objectName() + "' and try again");
    }

    static Refused exists(RevisionName name) {
        return new Refused(
                Refused.Kind.ALREADY_EXISTS,
                "package revision '" + name.objectName()
                        + "' already exists: the workspace name has to be unique in its package");
    }

    static Refused notFound(String objectName) {
        return new Refused(
                Refused.Kind.NOT_FOUND, "packagerevisions.porch.kpt.dev " + Names.quoted(objectName) + " not found");
    }

    /** A write whose answer did not come may have been done, and git may have been written before it. */
    private static void run(Runnable write) {
        try {
            write.run();
        } catch (CacheUnavailable e) {
            throw Refused.unfinished("it is not known whether this was done: " + e.getMessage(), e);
        } catch (CacheRefused e) {
            throw refusal(e);
        }
    }

    private static <T> T attempt(Supplier<T> access) {
        try {
            return access.get();
        } catch (CacheUnavailable e) {
            throw Refused.unavailable(e.getMessage(), e);
        } catch (CacheRefused e) {
            throw refusal(e);
        }
    }

    private static Refused refusal(CacheRefused e) {
        return new Refused(Refused.Kind.CONFLICT, e.getMessage(), e);
    }
}
