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
        BLOCKED(true, true),
        /** Two revisions in git would have the same name in the cache. */
        AMBIGUOUS(true, true),
        /** The row of a revision is there and cannot be read. */
        UNREADABLE_ROW(true, true),
        /** The Repository object cannot be used. */
        INVALID(true),
        /** A revision is in git and could not be read there. */
        UNREAD_REVISION(true, true),
        /** Files, names or dates in git that are not taken, while the rest of their revision is. */
        LEFT_OUT(false),
        /** A tag points to something else than it did. */
        MOVED_TAG(false),
        /** A row did not have the content of its own commit. */
        TORN_ROW(false),
        /** Something is declared that this recovery does not act on. */
        NOT_ACTED_ON(false),
        /** Metadata came back from a rescue set, because git has the revisions again that it belonged to. */
        METADATA_RETURNED(false),
        /** Rows of a Repository that is not there are kept out of sight. */
        QUARANTINED(false),
        /** A confirmation does not fit what is to be removed now. */
        STALE_CONFIRMATION(false);

        private final boolean holdsUp;
        private final boolean ofOneRevision;

        Kind(boolean holdsUp) {
            this(holdsUp, false);
        }

        Kind(boolean holdsUp, boolean ofOneRevision) {
            this.holdsUp = holdsUp;
            this.ofOneRevision = ofOneRevision;
        }

        /** Whether the Repository is not ready for as long as this lasts. */
        public boolean holdsUp() {
            return holdsUp;
        }

        /** Whether it is about one package revision, beside which all others of its Repository go on. */
        public boolean isOfOneRevision() {
            return ofOneRevision;
        }
    }
}
