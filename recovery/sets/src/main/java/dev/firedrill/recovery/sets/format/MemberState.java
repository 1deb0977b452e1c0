package dev.firedrill.recovery.sets.format;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a member is. */
public enum MemberState {
    /** Not begun. */
    @JsonProperty("pending")
    PENDING("pending"),

    /** Being taken or restored. */
    @JsonProperty("running")
    RUNNING("running"),

    /** Whole. */
    @JsonProperty("succeeded")
    SUCCEEDED("succeeded"),

    /** Not in the set, or not restored; the reason stands beside it. */
    @JsonProperty("failed")
    FAILED("failed"),

    /** Left out on purpose, or because something before it failed. */
    @JsonProperty("skipped")
    SKIPPED("skipped");

    private final String text;

    MemberState(String text) {
        this.text = text;
    }

    /** As it is written in files and messages. */
    public String text() {
        return text;
    }
}
