package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.model.CachedRevision;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The resource versions of package revisions: {@code <name>.<time of the last write in microseconds>}. */
public final class Versions {
    private static final BigInteger MICROS_OF_A_SECOND = BigInteger.valueOf(1_000_000);

    private Versions() {}

    /** The resource version of a row. */
    public static String of(CachedRevision revision) {
        // Exact for every date: a long of nanoseconds, which ChronoUnit counts in, ends in the year 2262.
        BigInteger micros = BigInteger.valueOf(revision.updated().getEpochSecond())
                .multiply(MICROS_OF_A_SECOND)
                .add(BigInteger.valueOf(revision.updated().get(ChronoField.MICRO_OF_SECOND)));
        return revision.name().objectName() + "." + micros;
    }

    static void requireCurrent(CachedRevision revision, Optional<String> wanted) {
        boolean stale = wanted.filter(version -> !version.isEmpty())
                .filter(version -> !version.equals(of(revision)))
                .isPresent();
        if (stale) {
            throw Rows.modified(revision);
        }
    }

    /** A time for the next write of a row that no earlier write of it has, even when the clock stands or goes back. */
    static Instant next(Clock clock, CachedRevision seen) {
        Instant now = now(clock);
        return now.isAfter(seen.updated()) ? now : seen.updated().plus(1, ChronoUnit.MICROS);
    }

    /** The time, as finely as the database keeps it. */
    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
