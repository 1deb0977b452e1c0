package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file kept for the reader, such as a log, a dump or a list of refs.
 *
 * @param path where it lies, relative to the drill's folder, with forward slashes
 * @param title what it is
 * @param sha256 the hash of its content, in hexadecimal, if it was taken
 */
@JsonPropertyOrder({"path", "title", "sha256"})
public record Evidence(
        String path,
        String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sha256) {
    public Evidence {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(title, "title");
    }
}
