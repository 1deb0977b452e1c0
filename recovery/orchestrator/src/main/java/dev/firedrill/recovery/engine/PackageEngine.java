package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.journal.Step;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.port.GitRepositories;
import dev.firedrill.recovery.port.PackageCache;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Porch's verbs on package revisions. Every refusal is a {@link Refused} with one sentence for the user. */
public final class PackageEngine {
    private final Rows rows;
    private final Creations creations;
    private final Updates updates;
    private final Approvals approvals;
    private final Deletions deletions;
    private final DraftCopies copies;
    private final GitRepositories git;
    private final RepositoryLocks locks = new RepositoryLocks();
    private final RepositoryStates states;
    private final Journal journal;
    private final PackageCache cache;
    private final ChangeListener listener;

    /**
     * Makes the engine over the three stores.
     *
     * @param listener told after each write
     */
    public PackageEngine(
            PackageCache cache,
            GitRepositories git,
            RepositoryStates states,
            String namespace,
            Journal journal,
            Clock clock,
            ChangeListener listener) {
        this.cache = cache;
        this.git = git;
        this.rows = new Rows(cache, states, namespace);
        this.creations = new Creations(rows, clock);
        this.updates = new Updates(rows, states, clock);
        this.approvals = new Approvals(rows, git, journal, clock, listener);
        this.copies = new DraftCopies(rows, git, journal, listener);
        this.deletions = new Deletions(rows, updates, git, copies, journal, clock, listener);
        this.states = states;
        this.journal = journal;
        this.listener = listener;
    }

    /** The namespace whose package revisions these are. */
    public String namespace() {
        return rows.namespace();
    }

    /** The cache for reconcile passes beside this engine: their writes wait for requests that are under way. */
    public PackageCache lockingCache() {
        return new LockingCache(cache, locks);
    }

    /** Git for reconcile passes beside this engine: branches of drafts wait for requests that are under way. */
    public GitRepositories lockingGit() {
        return new LockingGit(git, locks);
    }

    /** All package revisions of registered repositories; those of others are quarantined and not shown. */
    public List<CachedRevision> list() {
        return rows.visible();
    }

    /** Those of {@code all} rows that {@link #list} would show. */
    public List<CachedRevision> visible(List<CachedRevision> all) {
        return rows.visible(all);
    }

    /** One package revision. */
    public CachedRevision get(String objectName) {
        return rows.get(objectName);
    }

    /** Whether the revision's repository is a deployment repository. */
    public boolean isDeployment(CachedRevision revision) {
        return states.of(revision.name().repository()).isDeployment();
    }

    /** A package revision as users see it: with the owners that are there. */
    public CachedRevision shown(CachedRevision revision) {
        List<OwnerReference> living =
                revision.metadata().owners().stream().filter(states::lives).toList();
        return living.equals(revision.metadata().owners())
                ? revision
                : revision.withMetadata(revision.metadata().withOwners(living));
    }

    /** Makes a draft. */
    public CachedRevision create(NewRevision wish, User user) {
        String repository = creations.name(wish).repository();
        rows.repository(repository);
        return locks.holding(repository, () -> {
            CachedRevision created = creations.create(wish, user);
            copies.follow(created);
            return announced(created);
        });
    }

    /** Changes metadata, readiness gates, or the lifecycle as far as a plain update may. */
    public CachedRevision update(String objectName, Change change, User user) {
        CachedRevision seen = rows.writable(objectName);
        return locks.holding(seen.name().repository(), () -> {
            CachedRevision row = rows.writable(objectName);
            CachedRevision wanted = updates.wanted(row, change);
            if (row.metadata().deletedAt().isPresent()
                    && wanted.metadata().finalizers().isEmpty()) {
                deletions.remove(row);
                listener.rowsChanged();
                return wanted;
            }
            return announced(row, updates.write(row, wanted, user));
        });
    }

    /** Replaces the content of a draft. */
    public CachedRevision updateContent(
            String objectName, Optional<String> version, Map<String, String> files, User user) {
        CachedRevision seen = rows.writable(objectName);
        return locks.holding(seen.name().repository(), () -> {
            CachedRevision written = updates.content(objectName, version, files, user);
            copies.follow(written);
            return announced(written);
        });
    }

    /** Moves a revision along the approval subresource: publishes, rejects, or proposes and withdraws deletion. */
    public CachedRevision approve(String objectName, Optional<String> version, Lifecycle to, User user) {
        CachedRevision seen = rows.writable(objectName);
        return locks.holding(seen.name().repository(), () -> {
            CachedRevision row = rows.writable(objectName);
            Versions.requireCurrent(row, version);
            if (row.lifecycle() == Lifecycle.PROPOSED && to == Lifecycle.PUBLISHED) {
                CachedRevision published = approvals.publish(row, user);
                copies.follow(published);
                return announced(published);
            }
            boolean rejected = row.lifecycle() == Lifecycle.PROPOSED && to == Lifecycle.DRAFT;
            boolean same = row.lifecycle() == to && to != Lifecycle.DRAFT;
            boolean bothPublished = row.lifecycle().isPublished() && to.isPublished();
            if (!rejected && !same && !bothPublished) {
                throw Refused.invalid("the approval of a " + row.lifecycle().text()
                        + " package revision cannot make it " + to.text());
            }
            return announced(row, updates.write(row, row.withLifecycle(to, row.revision()), user));
        });
    }

    /** Deletes a revision; the answer is the revision that waits for its finalizers, or nothing when it is gone. */
    public Optional<CachedRevision> delete(String objectName, Preconditions preconditions, User user) {
        CachedRevision seen = rows.writable(objectName);
        return locks.holding(seen.name().repository(), () -> {
            Optional<CachedRevision> waiting = deletions.delete(rows.writable(objectName), preconditions, user);
            listener.rowsChanged();
            return waiting;
        });
    }

    /** Writes a row as a controller wants it; for rules of their own and not for users. */
    public void rewrite(CachedRevision seen, CachedRevision wanted, User user) {
        rows.repository(seen.name().repository());
        follow(seen, updates.write(seen, wanted, user));
    }

    /**
     * Takes a draft or proposal away as a controller wants it: into the rescue set, or, while finalizers hold it, only
     * marked as deleted.
     */
    public void discard(CachedRevision row, CachedRevision disowned, String set, String reason) {
        rows.repository(row.name().repository());
        if (row.metadata().finalizers().isEmpty()) {
            copies.forget(row);
            rows.rescue(row, set, reason);
        } else {
            updates.write(
                    row, disowned.withMetadata(disowned.metadata().withDeletedAt(row.updated())), User.controller());
        }
    }

    private CachedRevision announced(CachedRevision before, CachedRevision after) {
        if (before.equals(after)) {
            return after;
        }
        follow(before, after);
        return announced(after);
    }

    /** Metadata has no place in a branch. */
    private void follow(CachedRevision before, CachedRevision after) {
        if (before.lifecycle() != after.lifecycle() || !before.content().equals(after.content())) {
            copies.follow(after);
        }
    }

    private CachedRevision announced(CachedRevision after) {
        journal.step(Step.USER_WROTE, after.name().objectName());
        listener.rowsChanged();
        return after;
    }
}
