package dev.firedrill.recovery.cache;

import dev.firedrill.recovery.cache.connection.AdvisoryLock;
import dev.firedrill.recovery.cache.connection.Connections;
import dev.firedrill.recovery.cache.connection.Database;
import dev.firedrill.recovery.cache.rescue.PostgresRescueSets;
import dev.firedrill.recovery.cache.rescue.RescueTables;
import dev.firedrill.recovery.cache.rows.RepositoryColumns;
import dev.firedrill.recovery.cache.rows.RepositoryColumns.Mark;
import dev.firedrill.recovery.cache.rows.RepositoryReader;
import dev.firedrill.recovery.cache.rows.RepositoryWriter;
import dev.firedrill.recovery.cache.rows.RevisionWriter;
import dev.firedrill.recovery.cache.rows.RowMemory;
import dev.firedrill.recovery.cache.rows.RowReader;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.CachedRepository;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.CachedRows;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RescuedMetadata;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.model.UnreadableRow;
import dev.firedrill.recovery.port.CacheConflict;
import dev.firedrill.recovery.port.CacheRefused;
import dev.firedrill.recovery.port.PackageCache;
import dev.firedrill.recovery.port.PassLock;
import dev.firedrill.recovery.port.RescueSets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The package cache in Porch's tables, read and written one package revision a transaction. */
public final class PostgresPackageCache implements PackageCache, AutoCloseable {
    private final RowMemory memory = new RowMemory();
    private final Connections connections;
    private final Clock clock;
    private final RepositoryWriter writer;

    public PostgresPackageCache(Database database, Clock clock) {
        this.connections = new Connections(database, memory::clear);
        this.clock = clock;
        this.writer = new RepositoryWriter(clock);
    }

    /** The rescue sets of a namespace, in the same database. */
    public RescueSets rescueSets(String namespace) {
        return new PostgresRescueSets(connections, namespace, clock);
    }

    @Override
    public List<CachedRepository> repositories() {
        return connections.snapshot(connection -> RepositoryReader.all(connection, memory.repositories()));
    }

    @Override
    public void register(Repository repository) {
        Optional<CachedRepository> row = connections.read(
                connection -> RepositoryReader.one(connection, repository.namespace(), repository.name()));
        if (row.isPresent()) {
            String declared = Json.declared(repository.json());
            if (!declared.equals(Json.declared(row.get().json()))) {
                connections.write(
                        connection -> writer.update(connection, repository, RepositoryColumns.marks(row.get())));
            }
            return;
        }
        connections.write(connection -> writer.insert(connection, repository, Set.of()));
    }

    @Override
    public void move(Repository repository) {
        connections.write(connection -> {
            List<CachedRevision> revisions =
                    new ArrayList<>(everything(connection, repository.namespace(), repository.name()));
            // Ascending numbers, so that the latest flag ends where it was.
            revisions.sort(Comparator.comparingInt(CachedRevision::revision));
            boolean removalAwaits = RepositoryReader.one(connection, repository.namespace(), repository.name())
                    .map(CachedRepository::removalAwaits)
                    .orElse(false);
            RepositoryWriter.delete(connection, repository.namespace(), repository.name());
            // Another directory has other branches of drafts, which are yet to be brought in.
            writer.insert(connection, repository, removalAwaits ? Set.of(Mark.REMOVAL_AWAITS) : Set.of());
            for (CachedRevision revision : revisions) {
                RevisionWriter.insert(connection, revision);
            }
            return revisions.size();
        });
    }

    @Override
    public void markRemoval(String namespace, String repository, boolean awaits) {
        connections.write(
                connection -> RepositoryColumns.mark(connection, namespace, repository, Mark.REMOVAL_AWAITS, awaits));
    }

    @Override
    public void knowDrafts(String namespace, String repository) {
        connections.write(
                connection -> RepositoryColumns.mark(connection, namespace, repository, Mark.DRAFTS_KNOWN, true));
    }

    @Override
    public List<CachedRevision> revisions(String namespace) {
        return rows(namespace).revisions();
    }

    @Override
    public CachedRows rows(String namespace) {
        return connections.snapshot(connection -> RowReader.ofNamespace(connection, namespace, memory));
    }

    @Override
    public List<CachedRevision> revisions(String namespace, String repository) {
        return connections
                .snapshot(connection -> RowReader.ofRepository(connection, namespace, repository, memory))
                .revisions();
    }

    @Override
    public Optional<CachedRevision> find(String namespace, String objectName) {
        return connections.snapshot(connection -> RowReader.one(connection, namespace, objectName, memory));
    }

    /** All rows of a repository that is to be emptied; one that cannot be read could not be put back or rescued. */
    private static List<CachedRevision> everything(Connection connection, String namespace, String repository)
            throws SQLException {
        // Read and not remembered: the transaction may have written some of it, and may not end well.
        CachedRows rows = RowReader.ofRepository(connection, namespace, repository, new RowMemory());
        for (UnreadableRow row : rows.unreadable()) {
            throw new CacheRefused("repository " + repository + " stays as it is, because " + row.sentence());
        }
        return rows.revisions();
    }

    @Override
    public void insert(CachedRevision revision) {
        connections.write(connection -> {
            RevisionWriter.insert(connection, revision);
            return revision;
        });
    }

    @Override
    public void reinstate(CachedRevision revision, RescuedMetadata kept) {
        connections.write(connection -> {
            RevisionWriter.insert(connection, revision);
            RescueTables.remove(connection, kept.set(), kept.name(), kept.fingerprint());
            return revision;
        });
    }

    @Override
    public void update(CachedRevision seen, CachedRevision wanted) {
        if (same(seen, wanted)) {
            return;
        }
        connections.write(connection -> {
            RevisionWriter.update(connection, seen, wanted);
            return wanted;
        });
    }

    private static boolean same(CachedRevision seen, CachedRevision wanted) {
        return seen.equals(wanted.writtenBy(seen.updatedBy(), seen.updated()));
    }

    @Override
    public void rescueAndUpdate(CachedRevision seen, CachedRevision wanted, String set, String reason) {
        connections.write(connection -> {
            RescueTables.add(connection, seen, set, reason);
            RevisionWriter.update(connection, seen, wanted);
            return wanted;
        });
    }

    @Override
    public void delete(RevisionName name) {
        connections.write(connection -> {
            RevisionWriter.delete(connection, name);
            return name;
        });
    }

    @Override
    public void setAside(CachedRevision copy, String set, String reason) {
        connections.write(connection -> {
            RescueTables.add(connection, copy, set, reason);
            return set;
        });
    }

    @Override
    public void rescue(CachedRevision revision, String set, String reason) {
        rescueAll(List.of(revision), set, reason);
    }

    @Override
    public void rescueAll(List<CachedRevision> revisions, String set, String reason) {
        connections.write(connection -> {
            for (CachedRevision revision : revisions) {
                rescue(connection, revision, set, reason);
            }
            return set;
        });
    }

    private static void rescue(Connection connection, CachedRevision revision, String set, String reason)
            throws SQLException {
        Optional<CachedRevision> row = RowReader.one(
                connection, revision.name().namespace(), revision.name().objectName(), new RowMemory());
        if (row.isEmpty()) {
            return;
        }
        if (!row.get().updated().equals(revision.updated())) {
            throw new CacheConflict("package revision " + revision.name() + " was written meanwhile.");
        }
        RescueTables.add(connection, row.get(), set, reason);
        RevisionWriter.delete(connection, revision.name());
    }

    @Override
    public void rescueRepository(String namespace, String repository, String set, String reason) {
        connections.write(connection -> {
            Optional<String> branch = RepositoryWriter.lock(connection, namespace, repository);
            for (CachedRevision revision : everything(connection, namespace, repository)) {
                boolean placeholder = revision.isPlaceholder()
                        && branch.equals(Optional.of(revision.name().workspace()));
                if (!placeholder) {
                    RescueTables.add(connection, revision, set, reason);
                }
            }
            RepositoryWriter.delete(connection, namespace, repository);
            return repository;
        });
    }

    @Override
    public void fixLatest(PackageName name) {
        connections.write(connection -> {
            RevisionWriter.fixLatest(connection, name);
            return name;
        });
    }

    @Override
    public PassLock lockPass(String namespace, Duration patience) {
        return AdvisoryLock.take(connections, "firedrill-pass/" + namespace, patience);
    }

    @Override
    public void close() {
        connections.close();
    }
}
