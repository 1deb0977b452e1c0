package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.journal.Step;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.port.GitRefused;
import dev.firedrill.recovery.port.GitRepositories;
import dev.firedrill.recovery.port.GitUnavailable;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes proposed revisions: git first, then the row, so that a crash in between leaves a tag and a Proposed row, which
 * the next reconcile pass joins with the row's metadata kept.
 */
final class Approvals {
    private static final Logger LOG = LoggerFactory.getLogger(Approvals.class);

    private final Rows rows;
    private final GitRepositories git;
    private final Journal journal;
    private final Clock clock;
    private final ChangeListener listener;

    Approvals(Rows rows, GitRepositories git, Journal journal, Clock clock, ChangeListener listener) {
        this.rows = rows;
        this.git = git;
        this.journal = journal;
        this.clock = clock;
        this.listener = listener;
    }

    CachedRevision publish(CachedRevision row, User user) {
        Updates.requireAlive(row);
        Repository repository = rows.repository(row.name().repository());
        GitRevision published = inGit(repository, row, user);
        journal.step(Step.APPROVAL_PUSHED, row.name().objectName());
        CachedRevision written = write(row, published, user);
        journal.step(Step.APPROVAL_WRITTEN, row.name().objectName());
        refreshPlaceholder(repository, written);
        return written;
    }

    /** The revision as git holds it; a tag that exists is neither pushed again nor moved. */
    private GitRevision inGit(Repository repository, CachedRevision row, User user) {
        int number = rows.ofPackage(row.name().packageName()).stream()
                        .mapToInt(CachedRevision::revision)
                        .filter(taken -> taken > 0)
                        .max()
                        .orElse(0)
                + 1;
        try {
            return git.publish(repository, row, number, user.author(repository));
        } catch (GitRefused e) {
            // Git holds something that the cache does not know of: the next reconcile pass brings it.
            listener.storesMayDisagree();
            throw new Refused(Refused.Kind.CONFLICT, "not approved: " + e.getMessage(), e);
        } catch (GitUnavailable e) {
            listener.storesMayDisagree();
            throw Refused.unfinished(
                    "the approval did not complete, and if it reached git the next alignment will show it: "
                            + e.getMessage(),
                    e);
        }
    }

    private CachedRevision write(CachedRevision row, GitRevision published, User user) {
        CachedRevision wanted = row.withLifecycle(Lifecycle.PUBLISHED, published.revision())
                .withContent(published.content())
                .withLock(published.lock())
                .writtenBy(user.recorded(), Versions.next(clock, row));
        try {
            rows.update(row, wanted);
        } catch (Refused e) {
            listener.storesMayDisagree();
            // A reconcile pass may have come first: then the row already says what was to be written.
            return present(row)
                    .filter(now -> now.lock().equals(published.lock()))
                    .orElseThrow(() -> Refused.unfinished(
                            "approved in git, and in the cache at the next alignment: " + e.getMessage(), e));
        }
        return present(row).orElse(wanted);
    }

    private Optional<CachedRevision> present(CachedRevision row) {
        try {
            return rows.find(row.name().objectName());
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    /** The approval stands without its placeholder, which the next reconcile pass makes as well. */
    private void refreshPlaceholder(Repository repository, CachedRevision published) {
        try {
            GitRevision head = git.placeholder(repository, published);
            Optional<CachedRevision> present = rows.find(head.name().objectName());
            CachedRevision wanted = new CachedRevision(
                    head.name(),
                    CachedRevision.PLACEHOLDER,
                    present.map(CachedRevision::lifecycle).orElse(Lifecycle.PUBLISHED),
                    false,
                    present.map(CachedRevision::metadata).orElseGet(() -> Metadata.none(Versions.now(clock))),
                    head.content(),
                    head.originTask(),
                    present.map(CachedRevision::spec).orElseGet(() -> Specs.print(head.name(), "", List.of())),
                    head.lock(),
                    Versions.now(clock),
                    "");
            if (present.isPresent()) {
                rows.update(present.get(), wanted);
            } else {
                rows.insert(wanted);
            }
        } catch (Refused | GitRefused | GitUnavailable e) {
            listener.storesMayDisagree();
            LOG.info(
                    "placeholder of {} is left to the next alignment: {}",
                    published.name().objectName(),
                    e.getMessage());
        }
    }
}
