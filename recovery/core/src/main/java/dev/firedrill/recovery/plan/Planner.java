package dev.firedrill.recovery.plan;

/** Decides what brings the cache in line with the other two stores. Equal situations give equal plans. */
@FunctionalInterface
public interface Planner {
    /** The plan for {@code situation}; empty when everything is aligned. */
    Plan plan(ObservedState situation);
}
