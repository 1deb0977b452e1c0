package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.journal.Step;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.port.GitRefused;
import dev.firedrill.recovery.port.GitRepositories;
import dev.firedrill.recovery.port.GitUnavailable;
import java.time.Clock;
import java.util.Optional;

/** Deletes revisions as users ask: git first, then the row, so that a crash in between is finished by the next pass. */
final class Deletions {
    private final Rows rows;
    private final Updates updates;
    private final GitRepositories git;
    private final DraftCopies copies;
    private final Journal journal;
    private final Clock clock;
    private final ChangeListener listener;

    Deletions(
            Rows rows,
            Updates updates,
            GitRepositories git,
            DraftCopies copies,
            Journal journal,
            Clock clock,
            ChangeListener listener) {
        this.rows = rows;
        this.updates = updates;
        this.git = git;
        this.copies = copies;
        this.journal = journal;
        this.clock = clock;
        this.listener = listener;
    }

    /** The row that waits for its finalizers; empty when it is gone. */
    Optional<CachedRevision> delete(CachedRevision row, Preconditions preconditions, User user) {
        Versions.requireCurrent(row, preconditions.version());
        String uid = Uids.of(row.name()).toString();
        if (preconditions.uid().filter(wanted -> !wanted.equals(uid)).isPresent()) {
            throw Refused.conflict("the UID in the precondition is not " + uid + ", the UID of the object");
        }
        if (row.lifecycle() == Lifecycle.PUBLISHED) {
            throw new Refused(
                    Refused.Kind.FORBIDDEN,
                    "package revision '" + row.name().objectName()
                            + "' is Published; propose its deletion first (spec.lifecycle DeletionProposed)");
        }
        requireNotUpstream(row);
        if (row.metadata().finalizers().isEmpty()) {
            remove(row);
            return Optional.empty();
        }
        if (row.metadata().deletedAt().isPresent()) {
            return Optional.of(row);
        }
        return Optional.of(
                updates.write(row, row.withMetadata(row.metadata().withDeletedAt(Versions.now(clock))), user));
    }

    /** Takes the revision out of git and out of the cache. */
    void remove(CachedRevision row) {
        Repository repository = rows.repository(row.name().repository());
        if (row.lifecycle().isPublished()) {
            removeFromGit(repository, row);
            journal.step(Step.DELETION_PUSHED, row.name().objectName());
            deleteRow(row);
        } else {
            copies.forget(row);
            rows.delete(row.name());
        }
        journal.step(Step.USER_WROTE, row.name().objectName());
    }

    /** Deletes the row of a revision that git no longer has. The answer must not say that nothing happened. */
    private void deleteRow(CachedRevision row) {
        try {
            rows.delete(row.name());
        } catch (Refused e) {
            listener.storesMayDisagree();
            throw Refused.unfinished(
                    "deleted from git, and from the cache at the next alignment: " + e.getMessage(), e);
        }
    }

    private void removeFromGit(Repository repository, CachedRevision row) {
        try {
            if (row.isPlaceholder() && row.name().workspace().equals(repository.branch())) {
                git.deleteDirectory(repository, row);
            } else {
                git.deleteTag(repository, row.lock());
            }
        } catch (GitRefused e) {
            listener.storesMayDisagree();
            throw new Refused(Refused.Kind.CONFLICT, "not deleted: " + e.getMessage(), e);
        } catch (GitUnavailable e) {
            listener.storesMayDisagree();
            throw Refused.unfinished("not deleted from the cache, and perhaps not from git: " + e.getMessage(), e);
        }
    }

    private void requireNotUpstream(CachedRevision row) {
        String name = row.name().objectName();
        rows.visible().stream()
                .filter(other -> !other.isPlaceholder() && Tasks.hasUpstream(other, name))
                .findFirst()
                .ifPresent(other -> {
                    throw Refused.conflict("package revision '" + name + "' is the upstream of '"
                            + other.name().objectName() + "' and cannot be deleted before it");
                });
    }
}
