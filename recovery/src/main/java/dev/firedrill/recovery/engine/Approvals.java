package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.git.GitRefused;
import dev.firedrill.recovery.git.GitRepositories;
import dev.firedrill.recovery.git.GitUnavailable;
import dev.firedrill.recovery.git.GitView;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.journal.Step;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.Repository;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes proposed revisions: git first, then the row, so that a crash in between leaves a tag and a Proposed row, which
 * the next alignment joins with the row's metadata kept.
 */
final class Approvals {
    private static final Logger LOG = LoggerFactory.getLogger(Approvals.class);

    private final Rows rows;
    private final GitRepositories git;
    private final Journal journal;
    private final Clock clock;
    private final Attention attention;

    Approvals(Rows rows, GitRepositories git, Journal journal, Clock clock, Attention attention) {
        this.rows = rows;
        this.git = git;
        this.journal = journal;
        this.clock = clock;
        this.attention = attention;
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

    /** The revision as git holds it: what is there already is never pushed again, whatever number it has. */
    private GitRevision inGit(Repository repository, CachedRevision row, User user) {
        GitView view = git.look(repository);
        if (view instanceof GitView.Unreadable unreadable) {
            throw new Refused(Refused.Kind.UNAVAILABLE, "not approved: " + unreadable.message());
        }
        List<GitRevision> published = ((GitView.Readable) view)
                .revisions().stream()
                        .filter(revision -> !revision.isPlaceholder())
                        .filter(revision ->
                                revision.name().packageName().equals(row.name().packageName()))
                        .toList();
        Optional<GitRevision> there = published.stream()
                .filter(revision -> revision.name().equals(row.name()))
                .findFirst();
        if (there.isPresent() && there.get().content().equals(row.content())) {
            return there.get();
        }
        if (there.isPresent()) {
            // Whoever approves has not seen what git holds; taking it over is the alignment's, with its rescue set.
            attention.storesMayDisagree();
            throw Refused.conflict("git holds package revision '" + row.name().objectName() + "' as '"
                    + there.get().lock().ref() + "' already, with other content; the next alignment takes it over");
        }
        try {
            return git.publish(repository, row, number(row, published), user.author(repository));
        } catch (GitRefused e) {
            attention.storesMayDisagree();
            throw new Refused(Refused.Kind.CONFLICT, "not approved: " + e.getMessage(), e);
        } catch (GitUnavailable e) {
            attention.storesMayDisagree();
            throw Refused.unavailable(
                    "it is not known whether the approval reached git, the next alignment will tell: " + e.getMessage(),
                    e);
        }
    }

    /** One more than the highest number of the package in either store, so that no stale row leads to a number in use. */
    private int number(CachedRevision row, List<GitRevision> published) {
        int inCache = rows.ofPackage(row.name().packageName()).stream()
                .mapToInt(CachedRevision::revision)
                .max()
                .orElse(0);
        int inGit = published.stream().mapToInt(GitRevision::revision).max().orElse(0);
        return Math.max(0, Math.max(inCache, inGit)) + 1;
    }

    private CachedRevision write(CachedRevision row, GitRevision published, User user) {
        CachedRevision wanted = row.withLifecycle(Lifecycle.PUBLISHED, published.revision())
                .withContent(published.content())
                .withLock(published.lock())
                .writtenBy(user.recorded(), Versions.next(clock, row));
        try {
            rows.update(row, wanted);
        } catch (Refused e) {
            attention.storesMayDisagree();
            // The alignment may have come first: then the row says by now what we wanted to write.
            Optional<CachedRevision> now = rows.find(row.name().objectName());
            if (now.isPresent() && now.get().lock().equals(published.lock())) {
                return now.get();
            }
            throw e;
        }
        return rows.find(row.name().objectName()).orElse(wanted);
    }

    /** The approval stands without its placeholder, which the next alignment makes as well. */
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
            attention.storesMayDisagree();
            LOG.info(
                    "placeholder of {} is left to the next alignment: {}",
                    published.name().objectName(),
                    e.getMessage());
        }
    }
}
