package dev.firedrill.recovery.sets.format;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an artefact is compressed. */
public enum Compression {
    /** As it is, for what is compressed already, such as packs of git. */
    @JsonProperty("none")
    NONE(""),

    /** One zstd frame with a checksum. */
    @JsonProperty("zstd")
    ZSTD(".zst");

    private final String suffix;

    Compression(String suffix) {
        this.suffix = suffix;
    }

    /** What the names of such files end with. */
    public String suffix() {
        return suffix;
    }
}
