package dev.firedrill.recovery.model;

/**
 * Something that git holds and that was not taken, while everything else of its repository was.
 *
 * @param ref the tag or branch without {@code refs/…/}
 * @param commit what {@code ref} points to
 * @param packagePath the package's path below the Repository's directory; the directory where no package was found
 * @param why what is left out and for which reason, as a clause
 */
public record LeftOut(Kind kind, String ref, String commit, String packagePath, String why) {
    /** What is missing. */
    public enum Kind {
        /** A revision that is there and could not be read, so that nothing is known of it. */
        UNREAD,
        /** A ref that looks like a revision and is none. */
        NO_REVISION,
        /** Files or directories of a revision that is there. */
        PATHS,
        /** A date or name in a revision's commit, for which another one is taken. */
        COMMIT,
        /** Files of a revision that are no text, which the package cache never holds. */
        NOT_TEXT
    }

    /** Whether the revision as a whole could not be read. */
    public boolean unread() {
        return kind == Kind.UNREAD;
    }
}
