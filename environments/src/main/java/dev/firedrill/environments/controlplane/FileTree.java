package dev.firedrill.environments.controlplane;

import dev.firedrill.vocabulary.LaboratoryBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes folders with all that is in them. */
final class FileTree {
    private FileTree() {}

    /** Removes {@code root}; harmless when it is not there. */
    static void delete(Path root) {
        try (Stream<Path> walk = Files.walk(root)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException gone) {
            // Then there is nothing to remove.
        } catch (IOException refused) {
            throw new LaboratoryBroken(
                    "The folder " + root + " could not be removed: " + refused.getMessage(), refused);
        }
    }
}
