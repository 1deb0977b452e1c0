package dev.firedrill.reports.site;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something promised beside what was measured.
 *
 * @param name what is measured
 * @param promised the most that it may be, as the user says; null when nothing is promised
 * @param bound the most that the backups account for; null when they account for nothing
 * @param measured what it was; null when it was not measured
 * @param never whether there is nothing to measure, because the recovery did not reach what the rules want
 */
record Objective(
        String name,
        @Nullable Duration promised,
        @Nullable Duration bound,
        @Nullable Duration measured,
        boolean never) {
    /** Whether more was measured than promised. */
    public boolean missed() {
        return promised != null && (never || measured != null && measured.compareTo(promised) > 0);
    }

    /** Whether what was measured is within what was promised. */
    public boolean met() {
        return promised != null && measured != null && !missed();
    }
}
