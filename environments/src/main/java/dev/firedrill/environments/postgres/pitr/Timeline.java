package dev.firedrill.environments.postgres.pitr;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the database was from one start on new data to its loss or rewind: bases to recover from and the log since. Its log
 * goes into an archive of its own, so that no later timeline overwrites it. Paths are as the server's own commands name them.
 */
public final class Timeline {
    /**
     * Where the data of a timeline came from.
     *
     * @param timeline the earlier one
     * @param until up to when the earlier one is this one's past; {@code null} when it ended by loss and is so whole
     */
    public record Predecessor(Timeline timeline, @Nullable Instant until) {}

    /**
     * What recovery starts from.
     *
     * @param data a data directory at rest, or a backup of one in use with its label
     * @param from since when it can be used
     */
    public record Base(Path data, Instant from) {}

    /** What the folder of the archive is called, beside the data. */
    public static final String ARCHIVE = "archive";

    private final int number;
    private final Path folder;
    private final @Nullable Predecessor origin;
    private final Instant began;
    private final List<Base> bases = new ArrayList<>();
    private @Nullable Instant until;
    private @Nullable Instant ended;

    /**
     * A timeline that nothing can be put back to yet, because it has no base.
     *
     * @param number which one it is since the store was opened, from 1 on
     * @param began when it began, by the database's clock
     */
    public Timeline(int number, Path folder, @Nullable Predecessor origin, Instant began) {
        this.number = number;
        this.folder = folder;
        this.origin = origin;
        this.began = began;
    }

    /** Which one it is since the store was opened, from 1 on. */
    public int number() {
        return number;
    }

    /** Where its server works. */
    public Path data() {
        return folder.resolve("data");
    }

    /** Where its log is archived. */
    public Path archive() {
        return folder.resolve(ARCHIVE);
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
            throw new IllegalStateException("timeline " + number + " of the database has no base");
        }
        return bases.get(0);
    }

    @Nullable Predecessor origin() {
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

    /** Whether the database was on it at {@code time}, whatever of its log got into the archive, and no longer is. */
    boolean wasServedAt(Instant time) {
        return ended != null && !time.isBefore(began) && !time.isAfter(ended);
    }
}
