package dev.firedrill.environments.postgres.timeline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life of the database from one start on new data to its loss or rewind: bases to recover from and the log since. Its
 * log goes into an archive of its own, so that no later life overwrites it. Paths are those of whoever runs the server.
 */
public final class Timeline {
    /**
     * Where the data of an incarnation came from.
     *
     * @param incarnation the earlier life
     * @param until up to when that life counts as this one's past; {@code null} when it ended by loss and counts whole
     */
    public record Origin(Timeline incarnation, @Nullable Instant until) {}

    /**
     * What recovery starts from.
     *
     * @param data a data directory at rest, or a backup of one in use with its label
     * @param from since when it can be used
     */
    public record Base(Path data, Instant from) {}

    private final int number;
    private final Path folder;
    private final @Nullable Origin origin;
    private final Instant began;
    private final List<Base> bases = new ArrayList<>();
    private @Nullable Instant until;
    private @Nullable Instant ended;

    /**
     * A life that cannot be put back yet, because it has no base.
     *
     * @param number which life it is, from 1 on
     * @param began when it began, by the database's clock
     */
    public Timeline(int number, Path folder, @Nullable Origin origin, Instant began) {
        this.number = number;
        this.folder = folder;
        this.origin = origin;
        this.began = began;
    }

    /** Which life it is, from 1 on. */
    public int number() {
        return number;
    }

    /** Where its server works. */
    public Path data() {
        return folder.resolve("data");
    }

    /** Where its log is archived. */
    public Path archive() {
        return folder.resolve("archive");
    }

    /** A base from which its log leads on; each is later than the one before. */
    public void add(Base newer) {
        bases.add(newer);
    }

    boolean hasBase() {
        return !bases.isEmpty();
    }

    /**
     * The latest base that is not younger than {@code target}: the least log to replay.
     *
     * @throws IllegalStateException when there is no base at all
     */
    public Path baseFor(Instant target) {
        return bases.stream()
                .filter(base -> !base.from().isAfter(target))
                .max(Comparator.comparing(Base::from))
                .orElseGet(this::firstBase)
                .data();
    }

    private Base firstBase() {
        if (bases.isEmpty()) {
            throw new IllegalStateException("life " + number + " of the database has no base");
        }
        return bases.get(0);
    }

    @Nullable Origin origin() {
        return origin;
    }

    /** The first moment that it can be put back to. */
    public Instant from() {
        return firstBase().from();
    }

    /** Up to when the log is known to be in the archive; more may be there. */
    public Instant until() {
        return until == null ? from() : until;
    }

    /** All log up to {@code time} is in the archive. */
    public void archivedUntil(Instant time) {
        until = time;
    }

    boolean ended() {
        return ended != null;
    }

    /** The database was put back or lost, at {@code time}. */
    public void end(Instant time) {
        ended = time;
    }

    /** Whether the database was this life at {@code time}, whatever of its log got into the archive, and no longer is. */
    boolean wasLivedAt(Instant time) {
        return ended != null && !time.isBefore(began) && !time.isAfter(ended);
    }
}
