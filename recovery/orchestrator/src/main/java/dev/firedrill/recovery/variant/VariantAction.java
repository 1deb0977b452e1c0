package dev.firedrill.recovery.variant;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.RevisionName;

/** One thing to do for a PackageVariant. */
public sealed interface VariantAction {
    /** Make the first draft of the downstream package as a clone of {@code upstream}. */
    record MakeDraft(RevisionName draft, RevisionName upstream) implements VariantAction {}

    /** Make a draft of the downstream package that follows from one upstream revision to another. */
    record UpgradeDraft(RevisionName draft, RevisionName oldUpstream, RevisionName newUpstream, RevisionName local)
            implements VariantAction {}

    /** Write a revision's metadata or its deletion proposal. */
    record Rewrite(CachedRevision seen, CachedRevision wanted, Why why) implements VariantAction {}

    /**
     * Take a draft or proposal out of the cache, into the rescue set.
     *
     * @param disowned the row without the reference, for the time that finalizers hold it
     */
    record Discard(CachedRevision row, CachedRevision disowned) implements VariantAction {}

    /** Let the deletion of the variant go through. */
    record Release() implements VariantAction {}

    /** Why a revision is written. */
    enum Why {
        /** The variant was created anew: the reference gets its new UID, and nothing else changes. */
        RECLAIM("owned by the variant under an earlier UID"),
        /** The variant takes over a revision that it did not make. */
        ADOPT("taken over as the variant's adoption policy says"),
        /** A living variant owns it, so that it is wanted. */
        WITHDRAW_DELETION("its proposal of deletion is taken back because a living variant owns it"),
        /** The variant ends, or points elsewhere: its reference goes. */
        DISOWN("no longer owned by the variant"),
        /** The variant ends, or points elsewhere, and takes its revisions along. */
        PROPOSE_DELETION("its deletion is proposed as the variant's deletion policy says");

        private final String text;

        Why(String text) {
            this.text = text;
        }

        /** The reason in words. */
        public String text() {
            return text;
        }
    }
}
