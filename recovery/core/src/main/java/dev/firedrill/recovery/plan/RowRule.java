package dev.firedrill.recovery.plan;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.Metadata;
import java.util.Optional;

/** The rule for one revision that git holds as published. */
final class RowRule {
    private static final String MOVED = "its tag points to another commit";
    private static final String TORN = "its files are not those of its commit";

    private RowRule() {}

    /** The row of a revision of which only git knows. Time and writer are those of the publication. */
    static CachedRevision fromGit(GitRevision git) {
        return new CachedRevision(
                git.name(),
                git.revision(),
                git.lifecycle(),
                false,
                Metadata.none(git.publishedAt()),
                git.content(),
                git.originTask(),
                "",
                git.lock(),
                git.publishedAt(),
                git.publishedBy());
    }

    /** What brings the row in line with git and with its owner; empty when it is. */
    static Optional<Action> decide(CachedRevision row, GitRevision git, OwnerReclaim reclaim) {
        if (!row.lifecycle().isPublished()) {
            boolean differs = !row.content().equals(git.content());
            CachedRevision published = reclaim.adopted(aligned(row, git))
                    .withLifecycle(git.lifecycle(), git.revision())
                    .writtenBy(git.publishedBy(), git.publishedAt());
            return Optional.of(new Action.Publish(row, published, differs));
        }
        boolean sameContent = row.content().equals(git.content());
        boolean sameLock = row.lock().equals(git.lock());
        boolean sameNumber = row.revision() == git.revision();
        if (sameContent && sameLock && sameNumber) {
            return Optional.empty();
        }
        CachedRevision wanted = reclaim.adopted(aligned(row, git)).withLifecycle(row.lifecycle(), git.revision());
        boolean rescue = !sameContent && !isBranchHead(git);
        return Optional.of(new Action.Align(row, wanted, rescue, why(row, git)));
    }

    private static String why(CachedRevision row, GitRevision git) {
        if (isBranchHead(git)) {
            return "the package branch moved on";
        }
        if (row.revision() != git.revision()) {
            return "its number there is " + git.revision();
        }
        if (!row.lock().commit().equals(git.lock().commit())) {
            return MOVED + ", " + git.lock().commit() + " instead of "
                    + row.lock().commit();
        }
        return row.content().equals(git.content()) ? "git lies at another address" : TORN;
    }

    private static boolean isBranchHead(GitRevision git) {
        return git.isPlaceholder() && git.lock().ref().equals(git.name().workspace());
    }

    private static CachedRevision aligned(CachedRevision row, GitRevision git) {
        CachedRevision next = row.withContent(git.content()).withLock(git.lock());
        if (git.originTask().isEmpty()) {
            return next;
        }
        return new CachedRevision(
                next.name(),
                next.revision(),
                next.lifecycle(),
                next.latest(),
                next.metadata(),
                next.content(),
                git.originTask(),
                next.spec(),
                next.lock(),
                next.updated(),
                next.updatedBy());
    }

    /** What an operator should hear of the difference between a row and git. */
    static Optional<Notice> news(Action.Align align) {
        boolean torn = align.why().equals(TORN);
        if (!torn && !align.why().startsWith(MOVED) && !align.rescue()) {
            return Optional.empty();
        }
        String name = align.subject().name();
        String message = torn
                ? "package revision " + name + " did not have the files of its commit and gets them from git."
                : "tag " + align.wanted().lock().ref() + " of package revision " + name + " was moved from commit "
                        + align.seen().lock().commit() + " to "
                        + align.wanted().lock().commit()
                        + (align.rescue()
                                ? "; the cache follows git, and the content before is in the rescue set."
                                : "; the content is the same.");
        return Optional.of(
                new Notice(torn ? Notice.Kind.TORN_ROW : Notice.Kind.MOVED_TAG, align.repository(), name, message));
    }
}
