package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.model.CachedRepository;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.CachedRows;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RescuedMetadata;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.port.PackageCache;
import dev.firedrill.recovery.port.PassLock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The cache for reconcile passes beside the engine: writes to a repository wait until no request of a user is between
 * git and the cache there. Without that a reconcile pass would finish an approval, or rescue what a user is deleting, under
 * the hands of the request; harmless, but not what anybody asked for. Reads never wait.
 */
final class LockingCache implements PackageCache {
    private final PackageCache cache;
    private final RepositoryLocks locks;

    LockingCache(PackageCache cache, RepositoryLocks locks) {
        this.cache = cache;
        this.locks = locks;
    }

    @Override
    public List<CachedRepository> repositories() {
        return cache.repositories();
    }

    @Override
    public void register(Repository repository) {
        cache.register(repository);
    }

    @Override
    public void move(Repository repository) {
        locks.holding(repository.name(), () -> cache.move(repository));
    }

    @Override
    public CachedRows rows(String namespace) {
        return cache.rows(namespace);
    }

    @Override
    public List<CachedRevision> revisions(String namespace) {
        return cache.revisions(namespace);
    }

    @Override
    public List<CachedRevision> revisions(String namespace, String repository) {
        return cache.revisions(namespace, repository);
    }

    @Override
    public Optional<CachedRevision> find(String namespace, String objectName) {
        return cache.find(namespace, objectName);
    }

    @Override
    public void insert(CachedRevision revision) {
        locks.holding(revision.name().repository(), () -> cache.insert(revision));
    }

    @Override
    public void reinstate(CachedRevision revision, RescuedMetadata kept) {
        locks.holding(revision.name().repository(), () -> cache.reinstate(revision, kept));
    }

    @Override
    public void update(CachedRevision seen, CachedRevision wanted) {
        locks.holding(seen.name().repository(), () -> cache.update(seen, wanted));
    }

    @Override
    public void rescueAndUpdate(CachedRevision seen, CachedRevision wanted, String set, String reason) {
        locks.holding(seen.name().repository(), () -> cache.rescueAndUpdate(seen, wanted, set, reason));
    }

    @Override
    public void delete(RevisionName name) {
        locks.holding(name.repository(), () -> cache.delete(name));
    }

    @Override
    public void rescue(CachedRevision revision, String set, String reason) {
        locks.holding(revision.name().repository(), () -> cache.rescue(revision, set, reason));
    }

    @Override
    public void rescueRepository(String namespace, String repository, String set, String reason) {
        locks.holding(repository, () -> cache.rescueRepository(namespace, repository, set, reason));
    }

    @Override
    public void rescueAll(List<CachedRevision> revisions, String set, String reason) {
        if (!revisions.isEmpty()) {
            locks.holding(revisions.get(0).name().repository(), () -> cache.rescueAll(revisions, set, reason));
        }
    }

    @Override
    public void markRemoval(String namespace, String repository, boolean awaits) {
        cache.markRemoval(namespace, repository, awaits);
    }

    @Override
    public void knowDrafts(String namespace, String repository) {
        cache.knowDrafts(namespace, repository);
    }

    @Override
    public void setAside(CachedRevision copy, String set, String reason) {
        cache.setAside(copy, set, reason);
    }

    @Override
    public void fixLatest(PackageName name) {
        locks.holding(name.repository(), () -> cache.fixLatest(name));
    }

    @Override
    public PassLock lockPass(String namespace, Duration patience) {
        return cache.lockPass(namespace, patience);
    }
}
