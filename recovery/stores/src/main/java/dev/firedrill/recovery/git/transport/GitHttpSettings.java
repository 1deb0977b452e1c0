package dev.firedrill.recovery.git.transport;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How git servers are spoken to over HTTP.
 *
 * @param connect how long a connection may take to come about
 * @param answer how long a server may be silent
 * @param authorities certificate authorities to trust besides those of this machine, in PEM
 */
public record GitHttpSettings(Duration connect, Duration answer, Optional<Path> authorities) {
    /** Patience that suits a pass over many repositories. */
    public static final GitHttpSettings USUAL =
            new GitHttpSettings(Duration.ofSeconds(10), Duration.ofSeconds(10), Optional.empty());
}
