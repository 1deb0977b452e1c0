package dev.firedrill.environments.postgres.timeline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A time as the target of PostgreSQL's recovery, and what it says when its log does not lead there. */
public final class TimeTarget {
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);
    private static final String LOG_ENDED = "recovery ended before configured recovery target was reached";

    private TimeTarget() {}

    /** The value of {@code recovery_target_time}. */
    public static String setting(Instant moment) {
        return MICROSECONDS.format(moment);
    }

    /** Whether PostgreSQL ended by itself because the log ended before the target. */
    public static boolean isMissed(String log) {
        return log.contains(LOG_ENDED);
    }

    /**
     * The refusal of such a target.
     *
     * @param from the first moment that can be reached
     * @param until the last one that is known to be
     * @param said what PostgreSQL wrote
     */
    public static IllegalArgumentException missed(Instant moment, Instant from, Instant until, String said) {
        return new IllegalArgumentException("The package cache cannot be put back to " + moment
                + ": the archived log ends before. It can be put back to any time from " + from + " to at least "
                + until
                + ". PostgreSQL said:\n" + said);
    }
}
