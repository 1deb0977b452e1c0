package dev.firedrill.recovery.fake;

import dev.firedrill.recovery.model.CachedRepository;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.port.CacheConflict;
import dev.firedrill.recovery.port.CacheRefused;
import dev.firedrill.recovery.port.CacheUnavailable;
import dev.firedrill.recovery.port.PackageCache;
import dev.firedrill.recovery.port.PassLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A package cache in memory that refuses what the triggers of the real one refuse. */
public final class FakeCache implements PackageCache {
    public final Map<String, CachedRevision> rows = new TreeMap<>();
    public final Map<String, CachedRepository> repositories = new LinkedHashMap<>();
    public final List<String> rescued = new ArrayList<>();
    public final Set<String> awaitsRemoval = new TreeSet<>();
    public final Set<String> knowsDrafts = new TreeSet<>();
    public int writes;
    /** How often the rows of a namespace were read. */
    public int readings;

    public String failure = "";

    @Override
    public synchronized List<CachedRepository> repositories() {
        answer();
        return List.copyOf(repositories.values());
    }

    @Override
    public synchronized void register(Repository repository) {
        answer();
        CachedRepository row = new CachedRepository(
                repository.namespace(),
                repository.name(),
                repository.uid(),
                repository.directory(),
                repository.branch(),
                repository.json(),
                awaitsRemoval.contains(repository.name()),
                knowsDrafts.contains(repository.name()));
        if (!row.equals(repositories.put(repository.name(), row))) {
            writes++;
        }
    }

    @Override
    public synchronized List<CachedRevision> revisions(String namespace) {
        answer();
        readings++;
        return withLatest(rows.values()).stream()
                .filter(row -> row.name().namespace().equals(namespace))
                .toList();
    }

    @Override
    public synchronized List<CachedRevision> revisions(String namespace, String repository) {
        return revisions(namespace).stream()
                .filter(row -> row.name().repository().equals(repository))
                .toList();
    }

    @Override
    public synchronized Optional<CachedRevision> find(String namespace, String objectName) {
        return revisions(namespace).stream()
                .filter(row -> row.name().objectName().equals(objectName))
                .findFirst();
    }

    @Override
    public synchronized void insert(CachedRevision revision) {
        answer();
        if (rows.containsKey(revision.name().toString())) {
            throw new CacheConflict("row " + revision.name() + " exists");
        }
        requireFreeNumber(revision);
        put(revision);
    }

    @Override
    public synchronized void update(CachedRevision seen, CachedRevision wanted) {
        answer();
        CachedRevision row = rows.get(seen.name().toString());
        if (row == null || !row.updated().equals(seen.updated())) {
            throw new CacheConflict("row " + seen.name() + " was written meanwhile");
        }
        if (row.revision() != wanted.revision()) {
            if (row.lifecycle() != Lifecycle.PROPOSED) {
                throw new CacheRefused("revision of " + seen.name() + " cannot change");
            }
            requireFreeNumber(wanted);
        }
        put(wanted);
    }

    @Override
    public synchronized void delete(RevisionName name) {
        answer();
        writes++;
        rows.remove(name.toString());
    }

    @Override
    public synchronized void rescue(CachedRevision revision, String set, String reason) {
        delete(revision.name());
        rescued.add(revision.name().objectName());
    }

    @Override
    public synchronized void rescueRepository(String namespace, String repository, String set, String reason) {
        revisions(namespace, repository).forEach(row -> rescue(row, set, reason));
        repositories.remove(repository);
    }

    @Override
    public synchronized void rescueAll(List<CachedRevision> revisions, String set, String reason) {
        revisions.forEach(revision -> rescue(revision, set, reason));
    }

    @Override
    public synchronized void markRemoval(String namespace, String repository, boolean awaits) {
        answer();
        boolean changed = awaits ? awaitsRemoval.add(repository) : awaitsRemoval.remove(repository);
        CachedRepository row = repositories.get(repository);
        if (changed && row != null) {
            writes++;
            repositories.put(
                    repository,
                    new CachedRepository(
                            row.namespace(),
                            row.name(),
                            row.uid(),
                            row.directory(),
                            row.branch(),
                            row.json(),
                            awaits,
                            row.draftsKnown()));
        }
    }

    @Override
    public synchronized void knowDrafts(String namespace, String repository) {
        answer();
        knowsDrafts.add(repository);
    }

    @Override
    public synchronized void setAside(CachedRevision copy, String set, String reason) {
        answer();
        rescued.add(copy.name().objectName());
    }

    @Override
    public synchronized void move(Repository repository) {
        register(repository);
    }

    @Override
    public synchronized void rescueAndUpdate(CachedRevision seen, CachedRevision wanted, String set, String reason) {
        update(seen, wanted);
        rescued.add(seen.name().objectName());
    }

    @Override
    public void fixLatest(PackageName name) {
        // The flag is computed on every read here.
    }

    @Override
    public PassLock lockPass(String namespace, Duration patience) {
        answer();
        return () -> {};
    }

    private void put(CachedRevision revision) {
        writes++;
        rows.put(revision.name().toString(), revision);
    }

    private void requireFreeNumber(CachedRevision revision) {
        boolean taken = rows.values().stream()
                .filter(row -> row.name().packageName().equals(revision.name().packageName()))
                .anyMatch(row -> revision.revision() > 0 && row.revision() == revision.revision());
        if (taken) {
            throw new CacheRefused("revision " + revision.revision() + " of " + revision.name() + " is taken");
        }
    }

    private void answer() {
        if (!failure.isEmpty()) {
            throw new CacheUnavailable(failure);
        }
    }

    private static List<CachedRevision> withLatest(Collection<CachedRevision> rows) {
        List<CachedRevision> flagged = new ArrayList<>();
        for (CachedRevision row : rows) {
            boolean latest = row.revision() > 0
                    && rows.stream()
                            .filter(other ->
                                    other.name().packageName().equals(row.name().packageName()))
                            .max(Comparator.comparingInt(CachedRevision::revision))
                            .filter(row::equals)
                            .isPresent();
            flagged.add(new CachedRevision(
                    row.name(),
                    row.revision(),
                    row.lifecycle(),
                    latest,
                    row.metadata(),
                    row.content(),
                    row.originTask(),
                    row.spec(),
                    row.lock(),
                    row.updated(),
                    row.updatedBy()));
        }
        return flagged;
    }
}
