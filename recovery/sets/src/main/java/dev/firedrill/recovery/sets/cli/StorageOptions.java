package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.storage.DirectoryStorage;
import dev.firedrill.recovery.sets.storage.Storage;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where sets and their hashes are kept: the options of every command. */
public final class StorageOptions {
    @Option(names = "--storage", paramLabel = "DIR", required = true, description = "The folder that holds the sets.")
    private Path storage = Path.of(".");

    @Option(
            names = "--catalogue",
            paramLabel = "DIR",
            description = {
                "The folder that holds the root hashes of all sets. Keep it apart from the storage",
                "(default: firedrill/catalogue below $XDG_STATE_HOME or ~/.local/state)."
            })
    private @Nullable Path catalogue;

    /** The sets. */
    Storage storage() {
        return new DirectoryStorage(storage);
    }

    /** What is known of them. */
    Catalogue catalogue() {
        return new Catalogue(new DirectoryStorage(catalogue == null ? usual() : catalogue));
    }

    private static Path usual() {
        String state = System.getenv("XDG_STATE_HOME");
        Path folder = state == null || state.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
        return folder.resolve("firedrill").resolve("catalogue");
    }
}
