package dev.firedrill.steps.rehearsal;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A time as people give it, and as they get it wrong, by the time at which a mark was written. */
public enum Moment {
    /** To the microsecond. */
    EXACT {
        @Override
        OffsetDateTime from(OffsetDateTime mark) {
            return mark;
        }
    },
    /** The first time after it that the database can tell from it. */
    JUST_AFTER {
        @Override
        OffsetDateTime from(OffsetDateTime mark) {
            return mark.plus(1, ChronoUnit.MICROS);
        }
    },
    /** The last time before it that the database can tell from it. */
    JUST_BEFORE {
        @Override
        OffsetDateTime from(OffsetDateTime mark) {
            return mark.minus(1, ChronoUnit.MICROS);
        }
    },
    /** As a clock in London shows it in summer. */
    BRITISH_SUMMER_TIME {
        @Override
        OffsetDateTime from(OffsetDateTime mark) {
            return mark.withOffsetSameInstant(ZoneOffset.ofHours(1));
        }
    },
    /** As a clock in Budapest shows it in winter. */
    CENTRAL_EUROPEAN_TIME {
        @Override
        OffsetDateTime from(OffsetDateTime mark) {
            return mark.withOffsetSameInstant(ZoneOffset.ofHours(1));
        }
    },
    /** As a clock in Budapest shows it in summer. */
    CENTRAL_EUROPEAN_SUMMER_TIME {
        @Override
        OffsetDateTime from(OffsetDateTime mark) {
            return mark.withOffsetSameInstant(ZoneOffset.ofHours(2));
        }
    },
    /** As a clock in Budapest shows it, by somebody who forgot to say so. */
    LOCAL_TIME_TAKEN_FOR_UTC {
        @Override
        OffsetDateTime from(OffsetDateTime mark) {
            return mark.withOffsetSameInstant(ZoneOffset.ofHours(1)).withOffsetSameLocal(ZoneOffset.UTC);
        }
    },
    /** As the clock of another store shows it, which goes fast. */
    CLOCK_MINUTES_AHEAD {
        @Override
        OffsetDateTime from(OffsetDateTime mark) {
            return mark.plusMinutes(10);
        }
    },
    /** A day too early. */
    DAY_BEFORE {
        @Override
        OffsetDateTime from(OffsetDateTime mark) {
            return mark.minusDays(1);
        }
    };

    /** The time that is asked for. */
    abstract OffsetDateTime from(OffsetDateTime mark);
}
