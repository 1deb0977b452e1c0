package dev.firedrill.recovery.plan;

/** Decides what brings the cache in line with the other two stores. Equal states give equal plans. */
@FunctionalInterface
public interface Planner {
    /** The plan for {@code observed}; empty when everything is aligned. */
    Plan plan(ObservedState observed);
}
