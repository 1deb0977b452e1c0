package dev.firedrill.environments.process;

import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is made once on a machine and used by every later run: {@code $FIREDRILL_CACHE}, else {@code firedrill} below
 * {@code $XDG_CACHE_HOME}, else below {@code ~/.cache}. Several harnesses may use it at once.
 */
public final class CacheFolder {
    private static final Pattern UNFINISHED = Pattern.compile(".*\\.(\\d+)-(\\d+)-[0-9a-f]+\\.part");

    private CacheFolder() {}

    /** Fills a folder that nobody else sees yet. */
    @FunctionalInterface
    public interface Filler {
        /** Writes everything below {@code folder}, which exists and is empty. */
        void fill(Path folder) throws IOException;
    }

    /** The path of an entry, whether it is there or not. */
    public static Path resolve(String first, String... more) {
        return root().resolve(Path.of(first, more));
    }

    /**
     * The folder {@code entry}, made by {@code filler} when it is not there. It appears complete or not at all; of two
     * harnesses that fill it at once one wins and both use its work.
     *
     * @param entry a path made by {@link #resolve}
     * @throws EnvironmentFailure when it cannot be written, with the reason
     */
    public static Path once(Path entry, Filler filler) {
        if (Files.isDirectory(entry)) {
            return entry;
        }
        try {
            Files.createDirectories(entry.getParent());
            clearUnfinished(entry.getParent());
            Path part = entry.resolveSibling(entry.getFileName() + "." + unique() + ".part");
            Files.createDirectory(part);
            try {
                filler.fill(part);
                moveUnlessThere(part, entry);
            } finally {
                FileTrees.delete(part);
            }
            return entry;
        } catch (IOException refused) {
            throw new EnvironmentFailure(
                    "The cache entry " + entry + " could not be made: " + refused.getMessage()
                            + "; see that there is room, or name another folder with FIREDRILL_CACHE",
                    refused);
        }
    }

    /**
     * Notes that {@code entry} is used, and removes all of its siblings but those that were used last. For entries that
     * every build makes anew: without an end to them they would fill the disk.
     *
     * @param kept how many stay, {@code entry} among them
     */
    public static void useAndKeepLatest(Path entry, int kept) {
        try {
            Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
            List<Path> unused;
            try (Stream<Path> siblings = Files.list(entry.getParent())) {
                unused = siblings.filter(sibling -> !UNFINISHED
                                .matcher(sibling.getFileName().toString())
                                .matches())
                        .sorted(Comparator.comparing(CacheFolder::lastUsed).reversed())
                        .skip(kept)
                        .toList();
            }
            for (Path each : unused) {
                FileTrees.delete(each);
            }
        } catch (IOException stays) {
            // Another harness tidies up as well, or the next one does; nobody has to wait for it.
        }
    }

    private static FileTime lastUsed(Path entry) {
        try {
            return Files.getLastModifiedTime(entry);
        } catch (IOException gone) {
            return FileTime.from(Instant.EPOCH);
        }
    }

    private static void moveUnlessThere(Path part, Path entry) throws IOException {
        try {
            Files.move(part, entry, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException lostTheRace) {
            if (!Files.isDirectory(entry)) {
                throw lostTheRace;
            }
        }
    }

    private static void clearUnfinished(Path folder) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*.part")) {
            for (Path part : parts) {
                Matcher named = UNFINISHED.matcher(part.getFileName().toString());
                if (named.matches() && !new ProcessIdentity(Long.parseLong(named.group(1)), named.group(2)).runs()) {
                    FileTrees.delete(part);
                }
            }
        }
    }

    private static String unique() {
        ProcessIdentity self = ProcessIdentity.ofThisJvm();
        String suffix = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        return self.pid() + "-" + self.started() + "-" + suffix;
    }

    private static Path root() {
        String named = System.getenv("FIREDRILL_CACHE");
        if (named != null && !named.isBlank()) {
            return Path.of(named).toAbsolutePath();
        }
        String shared = System.getenv("XDG_CACHE_HOME");
        Path caches = shared != null && !shared.isBlank()
                ? Path.of(shared)
                : Path.of(System.getProperty("user.home"), ".cache");
        return caches.resolve("firedrill").toAbsolutePath();
    }
}
