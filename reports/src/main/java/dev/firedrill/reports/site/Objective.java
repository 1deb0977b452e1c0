package dev.firedrill.reports.site;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something promised beside what was measured.
 *
 * @param name what is measured
 * @param promised the most that it may be; null when nothing is promised
 * @param measured what it was; null when it was not measured
 */
record Objective(
        String name, @Nullable Duration promised, @Nullable Duration measured) {
    /** Whether more was measured than promised. */
    public boolean missed() {
        return promised != null && measured != null && measured.compareTo(promised) > 0;
    }

    /** Whether what was measured is within what was promised. */
    public boolean met() {
        return promised != null && measured != null && !missed();
    }
}
