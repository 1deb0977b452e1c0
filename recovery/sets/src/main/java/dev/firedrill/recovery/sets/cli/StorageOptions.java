package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.problem.SetRefused;
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

    /** The sets, for whoever looks for some. */
    Storage storage() {
        return DirectoryStorage.existing(named("--storage", storage));
    }

    /** The same, made when it is not there, for whoever brings the first. */
    Storage storageForNewSets() {
        return new DirectoryStorage(named("--storage", storage));
    }

    /** What is known of them. */
    Catalogue catalogue() {
        return new Catalogue(new DirectoryStorage(catalogue == null ? usual() : named("--catalogue", catalogue)));
    }

    /** An empty name is the present folder to the machine, and an unset variable to the person who wrote it. */
    private static Path named(String option, Path folder) {
        if (folder.toString().isBlank()) {
            throw new SetRefused(option + ": the name of the folder is empty");
        }
        return folder;
    }

    private static Path usual() {
        String state = System.getenv("XDG_STATE_HOME");
        Path folder = state == null || state.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
        return folder.resolve("firedrill").resolve("catalogue");
    }
}
