package dev.firedrill.environments.role;

import java.util.Map;

/** Ability of a store that keeps count of what it is asked. */
public interface Instrumented {
    /**
     * What clients have asked so far, in the store's own words, and how often: a request with its path, a statement without
     * its values. What the harness itself does as its own user is not counted. Counts begin anew when the store is lost or rewound.
     */
    Map<String, Long> asked();
}
