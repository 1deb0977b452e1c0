package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.journal.Step;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.port.GitRefused;
import dev.firedrill.recovery.port.GitRepositories;
import dev.firedrill.recovery.port.GitUnavailable;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the branches of drafts and proposals in step with what users write. A write goes to the cache first, so that git
 * cannot lose it, and a branch that could not be pushed is left to the next reconcile pass. A deletion goes to git first: a
 * branch that outlived its row would look like a draft that the cache has lost.
 */
final class DraftCopies {
    private static final Logger LOG = LoggerFactory.getLogger(DraftCopies.class);

    private final Rows rows;
    private final GitRepositories git;
    private final Journal journal;
    private final ChangeListener listener;

    DraftCopies(Rows rows, GitRepositories git, Journal journal, ChangeListener listener) {
        this.rows = rows;
        this.git = git;
        this.journal = journal;
        this.listener = listener;
    }

    /** The row of {@code written} was written. */
    void follow(CachedRevision written) {
        try {
            settle(written, Optional.of(written));
        } catch (GitRefused | GitUnavailable e) {
            listener.storesMayDisagree();
            LOG.info(
                    "the branch of {} is left to the next alignment: {}",
                    written.name().objectName(),
                    e.getMessage());
        }
    }

    /** The row of a draft or proposal is about to go. */
    void forget(CachedRevision row) {
        try {
            settle(row, Optional.empty());
        } catch (GitRefused e) {
            throw new Refused(Refused.Kind.CONFLICT, "not deleted: " + e.getMessage(), e);
        } catch (GitUnavailable e) {
            listener.storesMayDisagree();
            throw Refused.unfinished(
                    "not deleted from the cache, though perhaps its branch from git: " + e.getMessage(), e);
        }
    }

    private void settle(CachedRevision revision, Optional<CachedRevision> row) {
        Repository repository = rows.repository(revision.name().repository());
        if (git.syncDraft(repository, revision.name(), () -> row)) {
            journal.step(Step.DRAFT_PUSHED, revision.name().objectName());
        }
    }
}
