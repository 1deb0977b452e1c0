package dev.firedrill.environments.process;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders below which run directories are made. A drill writes and forgets some gigabytes of small files, and no drill
 * cuts the power, so memory is the better disk where there is plenty of it.
 *
 * @param memory a folder that may lie in memory
 * @param disk the folder for temporary files
 * @param named the folder that the user named; wins over both
 * @param available how many bytes of memory nobody needs
 */
record RunPlaces(Path memory, Path disk, Optional<Path> named, long available) {
    /** Names the folder for run directories. */
    static final String VARIABLE = "FIREDRILL_RUNS";

    /** A default drill has needed 1.6 GB at most; several run side by side on a busy machine. */
    private static final long PLENTY = 6L << 30;

    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");

    /** The places of this machine. */
    static RunPlaces here() {
        Path disk = Path.of(System.getProperty("java.io.tmpdir"));
        // Who gave the JVM another folder than the system's wants it to be used.
        Optional<Path> named = Optional.ofNullable(System.getenv(VARIABLE))
                .map(Path::of)
                .or(() -> Optional.of(disk).filter(folder -> !folder.equals(Path.of("/tmp"))));
        return new RunPlaces(Path.of("/dev/shm"), disk, named, availableMemory());
    }

    /** Where a new run directory belongs. */
    Path chosen() {
        return named.orElseGet(() -> hasPlenty() ? memory : disk).toAbsolutePath();
    }

    /** Where run directories of earlier runs may lie. */
    List<Path> all() {
        return Stream.concat(named.stream(), Stream.of(memory, disk))
                .map(Path::toAbsolutePath)
                .distinct()
                .filter(folder -> Files.isDirectory(folder) && Files.isReadable(folder))
                .toList();
    }

    private boolean hasPlenty() {
        try {
            FileStore store = Files.getFileStore(memory);
            return store.type().equals("tmpfs")
                    && Files.isWritable(memory)
                    && Math.min(store.getUsableSpace(), available) >= PLENTY;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static long availableMemory() {
        try {
            Matcher line = AVAILABLE.matcher(Files.readString(Path.of("/proc/meminfo")));
            return line.find() ? Long.parseLong(line.group(1)) << 10 : 0;
        } catch (IOException unknown) {
            return 0;
        }
    }
}
