package dev.firedrill.recovery.plan;

/**
 * Something that an operator should know and that changes nothing.
 *
 * @param subject the object
 * @param message one sentence, with a hint where something is to be done
 */
public record Notice(Kind kind, String repository, String subject, String message) {
    /** What kind of news it is. */
    public enum Kind {
        /** Git cannot be read; nothing is removed. */
        UNREADABLE(true),
        /** A removal waits for an operator's word. */
        REMOVAL_AWAITS_CONFIRMATION(true),
        /** A revision cannot be written because its number or name is taken by a row that has to stay. */
        BLOCKED(true),
        /** Two revisions in git would have the same name in the cache. */
        AMBIGUOUS(true),
        /** The Repository object cannot be used. */
        INVALID(true),
        /** A tag points to something else than it did. */
        MOVED_TAG(false),
        /** A row did not have the content of its own commit. */
        TORN_ROW(false),
        /** Rows of a Repository that is not there are kept out of sight. */
        QUARANTINED(false),
        /** A confirmation does not fit what is to be removed now. */
        STALE_CONFIRMATION(false);

        private final boolean holdsUp;

        Kind(boolean holdsUp) {
            this.holdsUp = holdsUp;
        }

        /** Whether the Repository is not ready for as long as this lasts. */
        public boolean holdsUp() {
            return holdsUp;
        }
    }
}
