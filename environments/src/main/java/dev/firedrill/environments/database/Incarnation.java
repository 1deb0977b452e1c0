package dev.firedrill.environments.database;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life of the database from one start on new data to its loss or rewind: a base to recover from and the log since.
 * Its log goes into an archive of its own, so that no later life overwrites it.
 */
final class Incarnation {
    /**
     * Where the data of an incarnation came from.
     *
     * @param incarnation the earlier life
     * @param until up to when that life counts as this one's past; {@code null} when it ended by loss and counts whole
     */
    record Origin(Incarnation incarnation, @Nullable Instant until) {}

    /**
     * What recovery starts from.
     *
     * @param data a data directory at rest, or a backup of one in use with its label
     * @param from since when it can be used
     */
    record Base(Path data, Instant from) {}

    private final int number;
    private final Path folder;
    private final @Nullable Origin origin;
    private final Instant from;
    private final List<Base> bases = new ArrayList<>();
    private Instant until;
    private @Nullable Instant ended;

    /**
     * @param base a data directory from which this life's log leads on
     * @param from since when the log can be replayed to any time
     */
    Incarnation(int number, Path folder, Path base, @Nullable Origin origin, Instant from) {
        this.number = number;
        this.folder = folder;
        bases.add(new Base(base, from));
        this.origin = origin;
        this.from = from;
        this.until = from;
    }

    int number() {
        return number;
    }

    Path data() {
        return folder.resolve("data");
    }

    Path archive() {
        return folder.resolve("archive");
    }

    void add(Base newer) {
        bases.add(newer);
    }

    /** The latest base that is not younger than {@code target}: the least log to replay. */
    Path baseFor(Instant target) {
        return bases.stream()
                .filter(base -> !base.from().isAfter(target))
                .max(Comparator.comparing(Base::from))
                .orElse(bases.get(0))
                .data();
    }

    @Nullable Origin origin() {
        return origin;
    }

    Instant from() {
        return from;
    }

    /** Up to when the log is known to be in the archive; more may be there. */
    Instant until() {
        return until;
    }

    void archivedUntil(Instant time) {
        until = time;
    }

    boolean ended() {
        return ended != null;
    }

    void end(Instant time) {
        ended = time;
    }

    /** Whether the database was this life at {@code time}, whatever of its log got into the archive, and no longer is. */
    boolean wasLivedAt(Instant time) {
        return ended != null && !time.isBefore(from) && !time.isAfter(ended);
    }
}
