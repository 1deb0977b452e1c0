package dev.firedrill.scenarios.plan;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A time as people give it, and as they get it wrong, by the time at which a mark was written. */
public enum ClockReading {
    /** To the microsecond. */
    EXACT {
        @Override
        public OffsetDateTime from(OffsetDateTime mark) {
            return mark;
        }
    },
    /** The first time after it that the database can tell from it. */
    JUST_AFTER {
        @Override
        public OffsetDateTime from(OffsetDateTime mark) {
            return mark.plus(1, ChronoUnit.MICROS);
        }
    },
    /** The last time before it that the database can tell from it. */
    JUST_BEFORE {
        @Override
        public OffsetDateTime from(OffsetDateTime mark) {
            return mark.minus(1, ChronoUnit.MICROS);
        }
    },
    /** As a clock in Budapest shows it, with the offset of that day. */
    IN_BUDAPEST {
        @Override
        public OffsetDateTime from(OffsetDateTime mark) {
            return mark.atZoneSameInstant(BUDAPEST).toOffsetDateTime();
        }
    },
    /** As a clock in Kathmandu shows it, whose offset is no whole hour. */
    IN_KATHMANDU {
        @Override
        public OffsetDateTime from(OffsetDateTime mark) {
            return mark.atZoneSameInstant(KATHMANDU).toOffsetDateTime();
        }
    },
    /** As a clock on Lord Howe Island shows it just before it is put back by half an hour, with the offset until then. */
    BEFORE_CLOCKS_GO_BACK {
        @Override
        public OffsetDateTime from(OffsetDateTime mark) {
            return LORD_HOWE.firstOf(mark);
        }
    },
    /** The same half hour, taken for the one in which the clocks show the same times again. */
    TAKEN_FOR_THE_REPETITION {
        @Override
        public OffsetDateTime from(OffsetDateTime mark) {
            return LORD_HOWE.secondOf(mark);
        }
    },
    /** As a clock in Budapest shows it, by somebody who forgot to say so. */
    LOCAL_TIME_TAKEN_FOR_UTC {
        @Override
        public OffsetDateTime from(OffsetDateTime mark) {
            return IN_BUDAPEST.from(mark).withOffsetSameLocal(ZoneOffset.UTC);
        }
    },
    /** As the clock of another store shows it, which goes fast. */
    CLOCK_MINUTES_AHEAD {
        @Override
        public OffsetDateTime from(OffsetDateTime mark) {
            return mark.plusMinutes(10);
        }
    },
    /** A day too early. */
    DAY_BEFORE {
        @Override
        public OffsetDateTime from(OffsetDateTime mark) {
            return mark.minusDays(1);
        }
    };

    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");
    private static final DstOverlap LORD_HOWE = DstOverlap.of(ZoneId.of("Australia/Lord_Howe"));

    /** The time that is asked for. */
    public abstract OffsetDateTime from(OffsetDateTime mark);
}
