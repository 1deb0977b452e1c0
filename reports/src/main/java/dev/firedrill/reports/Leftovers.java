package dev.firedrill.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What an earlier drill has left in its folder: looked through as a whole first, and only then removed. */
final class Leftovers {
    private final Path folder;
    private final Manifest manifest;

    Leftovers(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * Removes it.
     *
     * @throws NotOurs when something of somebody else is among it; then nothing was removed
     */
    void remove() {
        try {
            List<Path> found = new ArrayList<>();
            for (String name : ResultFolder.NAMES) {
                Path place = folder.resolve(name);
                if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                    found.addAll(proven(place));
                }
            }
            found.sort(Comparator.reverseOrder());
            for (Path each : found) {
                if (!isFolder(each) || isEmpty(each)) {
                    Files.delete(each);
                }
            }
            manifest.forgetAll();
        } catch (IOException e) {
            throw new ResultsNotWritten(folder, e);
        }
    }

    /** Everything of Firedrill in and below {@code place}. Links are not followed and never ours. */
    private List<Path> proven(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            List<Path> ours = new ArrayList<>();
            for (Path each : all.toList()) {
                if (isFolder(each) ? manifest.reachesInto(relative(each)) : isOurs(each)) {
                    ours.add(each);
                } else if (!isFolder(each)) {
                    throw new NotOurs(folder, each, "is nothing that a list in the folder proves to be Firedrill's");
                }
            }
            return ours;
        }
    }

    private boolean isOurs(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && manifest.proves(relative(file));
    }

    private String relative(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static boolean isFolder(Path place) {
        return Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isEmpty(Path place) throws IOException {
        try (Stream<Path> content = Files.list(place)) {
            return content.findAny().isEmpty();
        }
    }
}
