package dev.firedrill.recovery.port;

import dev.firedrill.recovery.model.RescueSet;
import dev.firedrill.recovery.model.RescuedMetadata;
import dev.firedrill.recovery.model.RescuedRevision;
import dev.firedrill.recovery.model.Returned;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a reconcile pass took out of the package cache, in the order in which it did. */
public interface RescueSets {
    /** All sets that hold something or are still being filled, the oldest first, without their revisions. */
    List<RescueSet> list();

    /** Whether there ever was such a set; one that was emptied is remembered. */
    boolean knows(String set);

    /** The revisions of a set; empty when there is no such set. */
    List<RescuedRevision> show(String set);

    /** Object names of the revisions that lie in any set, {@code most} at most: those that came last, in that order. */
    List<String> newest(int most);

    /** What all sets keep of revisions of these object names, apart from their contents. */
    List<RescuedMetadata> metadata(Set<String> names);

    /**
     * Brings revisions back as Drafts with content, labels and annotations, and takes them out of the set, each in one
     * transaction. A workspace that is taken gets a suffix. What cannot come back stays in the set and does not keep the
     * others from coming back. Repeating it finds nothing left to do.
     *
     * @param names object names; empty for the whole set
     */
    Returned restore(String set, Set<String> names);

    /** The set that an unfinished pass left open, so that the pass that takes over adds to it. */
    Optional<String> unfinished();

    /** Closes a set; harmless when it holds nothing. */
    void finish(String set);
}
