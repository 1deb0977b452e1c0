package dev.firedrill.conformance.link;

import dev.firedrill.conformance.Deviation;

/** What links may do in another way than the suite expects. */
public enum LinkDeviation implements Deviation {
    /**
     * A connection that one side has closed for writing is ended in both directions, so that an answer has to be read before
     * anything is closed; and bytes are counted when a connection ends.
     */
    ENDS_BOTH_DIRECTIONS_AND_COUNTS_THEN
}
