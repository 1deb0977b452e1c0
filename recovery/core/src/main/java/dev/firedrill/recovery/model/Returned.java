package dev.firedrill.recovery.model;

import java.util.List;

/**
 * What came of bringing revisions back out of a rescue set.
 *
 * @param restored what is a Draft again
 * @param left one sentence for each revision that could not come back and is still in the set, beginning with its name
 */
public record Returned(List<Restoration> restored, List<String> left) {
    public Returned {
        restored = List.copyOf(restored);
        left = List.copyOf(left);
    }
}
