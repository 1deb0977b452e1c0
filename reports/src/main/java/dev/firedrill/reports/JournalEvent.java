package dev.firedrill.reports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Something that happened in a drill.
 *
 * @param scenario the id of the scenario, empty when it concerns the whole drill
 * @param kind the kind of event, such as {@code fault}, {@code restore}, {@code reconcile}, {@code verdict}
 * @param store the key of the store that it concerns, empty when it concerns all or none
 * @param what what happened, as a sentence
 * @param facts what else is worth keeping, by name; times and durations are written in ISO 8601
 */
public record JournalEvent(String scenario, String kind, String store, String what, Map<String, Object> facts) {
    private static final Set<String> TAKEN = Set.of("at", "seq", "drill", "scenario", "kind", "store", "what");

    public JournalEvent {
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(what, "what");
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        if (!Collections.disjoint(facts.keySet(), TAKEN)) {
            throw new IllegalArgumentException("a fact of an event cannot be named one of " + TAKEN);
        }
    }

    /** An event without further facts. */
    public JournalEvent(String scenario, String kind, String store, String what) {
        this(scenario, kind, store, what, Map.of());
    }
}
