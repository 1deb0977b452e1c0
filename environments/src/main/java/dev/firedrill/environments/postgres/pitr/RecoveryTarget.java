package dev.firedrill.environments.postgres.pitr;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An earlier moment as the target of PostgreSQL's recovery.
 *
 * @param timeline the timeline whose log is replayed
 * @param at the moment
 * @param restorePoint the restore point that was made at that moment; {@code null} for the moment itself, up to and with the
 *     last commit that was not later
 */
public record RecoveryTarget(
        Timeline timeline, Instant at, @Nullable String restorePoint) {
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);
    private static final String LOG_ENDED = "recovery ended before configured recovery target was reached";

    /** The base to begin from, with the least log to replay. */
    public Path base() {
        return timeline.baseFor(at);
    }

    /** Whether it is not known that the archived log leads there: the timeline ended with log that may not be archived. */
    public boolean isUncertain() {
        return restorePoint == null && timeline.ended() && at.isAfter(timeline.until());
    }

    /**
     * What PostgreSQL is told.
     *
     * @param archive the archive of the timeline, as a path in the command with which PostgreSQL fetches log from it; it must
     *     hold nothing that a shell takes for more than a name
     * @param onceThere what PostgreSQL does at the target, such as {@code promote}
     */
    public Map<String, String> settings(Path archive, String onceThere) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (restorePoint != null) {
            settings.put("recovery_target_name", restorePoint);
        } else {
            settings.put("recovery_target_time", MICROSECONDS.format(at));
        }
        settings.put("restore_command", "test -f " + archive + "/%f && cp " + archive + "/%f %p");
        settings.put("recovery_target_action", onceThere);
        // Each archive has one timeline in it; "latest" could wander off.
        settings.put("recovery_target_timeline", "current");
        return settings;
    }

    /** Whether PostgreSQL ended by itself because the log ended before the target. */
    public static boolean isMissed(String log) {
        return log.contains(LOG_ENDED);
    }

    /**
     * The refusal of a target that the archived log does not lead to.
     *
     * @param said what PostgreSQL wrote
     */
    public IllegalArgumentException missed(String said) {
        return new IllegalArgumentException("The package cache cannot be put back to " + at
                + ": the archived log ends before. It can be put back to any time from " + timeline.from()
                + " to at least " + timeline.until() + ". PostgreSQL said:\n" + said);
    }

    @Override
    public String toString() {
        return restorePoint != null ? restorePoint : at.toString();
    }
}
