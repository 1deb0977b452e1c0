package dev.firedrill.recovery.model;

/**
 * A revision that came back out of a rescue set.
 *
 * @param was its name when it was rescued
 * @param now its name as a Draft, with another workspace when the old one was taken
 */
public record Restoration(RevisionName was, RevisionName now) {}
