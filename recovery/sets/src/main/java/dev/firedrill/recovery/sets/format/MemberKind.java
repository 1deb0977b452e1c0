package dev.firedrill.recovery.sets.format;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which store a member was taken from, in the order in which members are taken: the cache before git. */
public enum MemberKind {
    /** The package cache in PostgreSQL, as rows and definitions. */
    @JsonProperty("cache")
    CACHE("cache"),

    /** Git repositories. */
    @JsonProperty("git")
    GIT("git"),

    /** Objects of the Kubernetes API. */
    @JsonProperty("control-plane")
    CONTROL_PLANE("control-plane");

    private final String text;

    MemberKind(String text) {
        this.text = text;
    }

    /** As it is written in files and messages. */
    public String text() {
        return text;
    }
}
