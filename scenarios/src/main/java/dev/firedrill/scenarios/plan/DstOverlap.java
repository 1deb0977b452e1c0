package dev.firedrill.scenarios.plan;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The time in which a zone's clocks are put back, so that they show the same times twice. Which offsets there are before and
 * after is taken from the time zone database; on which day it happens is not, because a mark may be written on any day.
 *
 * @param before the offset until the clocks are put back
 * @param after the offset from then on
 */
record DstOverlap(ZoneOffset before, ZoneOffset after) {
    /**
     * The next time that it happens in {@code zone}.
     *
     * @throws IllegalArgumentException when the clocks of this zone are never put back
     */
    static DstOverlap of(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition change = rules.nextTransition(Instant.now());
        while (change != null && !change.isOverlap()) {
            change = rules.nextTransition(change.getInstant());
        }
        if (change == null) {
            throw new IllegalArgumentException("the clocks of " + zone + " are never put back");
        }
        return new DstOverlap(change.getOffsetBefore(), change.getOffsetAfter());
    }

    /** The instant as the clocks show it the first time, with the offset until then: the same instant. */
    OffsetDateTime firstOf(OffsetDateTime instant) {
        return instant.withOffsetSameInstant(before);
    }

    /** What the clocks show at the instant, taken for the second time that they show it: a later instant. */
    OffsetDateTime secondOf(OffsetDateTime instant) {
        return firstOf(instant).withOffsetSameLocal(after);
    }
}
