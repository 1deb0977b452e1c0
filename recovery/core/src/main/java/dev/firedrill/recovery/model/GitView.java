package dev.firedrill.recovery.model;

import java.util.List;

/** What one look at a git repository found. */
public sealed interface GitView {
    /**
     * The repository and its package branch are there.
     *
     * @param version a hash over all refs; equal versions mean equal contents
     * @param head the commit of the package branch
     * @param revisions published revisions and placeholders
     * @param drafts branches of drafts and proposals; none are looked for where drafts are not pushed
     * @param leftOut what was not taken, each for a reason of its own
     */
    record Readable(
            String version, String head, List<GitRevision> revisions, List<GitDraft> drafts, List<LeftOut> leftOut)
            implements GitView {
        public Readable {
            revisions = List.copyOf(revisions);
            drafts = List.copyOf(drafts);
            leftOut = List.copyOf(leftOut);
        }

        public Readable(String version, String head, List<GitRevision> revisions) {
            this(version, head, revisions, List.of());
        }

        public Readable(String version, String head, List<GitRevision> revisions, List<GitDraft> drafts) {
            this(version, head, revisions, drafts, List.of());
        }
    }

    /**
     * Nothing can be said about what is published.
     *
     * @param obstacle why it cannot be read
     * @param message one sentence with a hint
     */
    record Unreadable(Obstacle obstacle, String message) implements GitView {}

    /** Why a repository cannot be read. */
    enum Obstacle {
        /** No connection, no such host, a timeout, a server error. */
        UNREACHABLE,
        /** Credentials are missing or wrong. */
        UNAUTHORIZED,
        /** The server does not know the repository. */
        NOT_FOUND,
        /** The repository is there and has no refs at all. */
        EMPTY,
        /** There are refs but the package branch is not among them. */
        BRANCH_MISSING,
        /** There is more to read than this process has room for. */
        TOO_LARGE,
        /** It was reached and what it holds cannot be understood. */
        DAMAGED
    }
}
