package dev.firedrill.environments.link;

import dev.firedrill.environments.process.CacheFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The program that the form {@code toxiproxy} runs, where {@code ci/toxiproxy-binary} puts it. */
public final class ToxiproxyBinary {
    private ToxiproxyBinary() {}

    /** The server of Toxiproxy in the cache folder, or nothing when it is not there. */
    public static Optional<Path> find() {
        return Optional.of(place()).filter(Files::isExecutable);
    }

    /** Where {@link #find} looks, for a message to a person. */
    public static Path place() {
        return CacheFolder.resolve("toxiproxy", "toxiproxy-server");
    }
}
