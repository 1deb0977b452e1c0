package dev.firedrill.recovery.sets.status;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a set is. */
public enum SetState {
    /** Being taken. */
    @JsonProperty("in_progress")
    IN_PROGRESS("in_progress"),

    /** Closed, with all its members. */
    @JsonProperty("completed")
    COMPLETED("completed"),

    /** Closed, and a member is not in it. */
    @JsonProperty("partial")
    PARTIAL("partial"),

    /** Never closed: whoever took it is gone. The next backup of the batch removes it. */
    @JsonProperty("failed")
    FAILED("failed"),

    /** Being removed, or half removed by somebody who is gone. */
    @JsonProperty("deleting")
    DELETING("deleting"),

    /** Closed, and every byte of it was proven. */
    @JsonProperty("verified")
    VERIFIED("verified");

    private final String text;

    SetState(String text) {
        this.text = text;
    }

    /** As it is written in files and messages. */
    public String text() {
        return text;
    }
}
