package dev.firedrill.scenarios.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClockReadingTest {
    /** Winter, summer, and half an hour before and after the clocks of Budapest went back and forward in 2026. */
    static Stream<OffsetDateTime> marks() {
        return Stream.of(
                        "2026-01-15T12:00:00.123456Z",
                        "2026-07-15T12:00:00.123456Z",
                        "2026-10-25T00:30:00.123456Z",
                        "2026-10-25T01:30:00.123456Z",
                        "2026-03-29T00:30:00.123456Z",
                        "2026-03-29T01:30:00.123456Z")
                .map(text -> Instant.parse(text).atOffset(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @MethodSource("marks")
    void no_two_ways_of_telling_a_time_are_one_value(OffsetDateTime mark) {
        assertThat(Arrays.stream(ClockReading.values()).map(moment -> moment.from(mark)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("marks")
    void a_time_that_is_told_with_its_offset_is_the_instant_of_the_mark(OffsetDateTime mark) {
        assertThat(Stream.of(
                                ClockReading.EXACT,
                                ClockReading.IN_BUDAPEST,
                                ClockReading.IN_KATHMANDU,
                                ClockReading.BEFORE_CLOCKS_GO_BACK)
                        .map(moment -> moment.from(mark).toInstant()))
                .containsOnly(mark.toInstant());
    }

    @Test
    void one_local_time_is_two_instants_when_the_clocks_of_budapest_go_back() {
        OffsetDateTime first = ClockReading.IN_BUDAPEST.from(OffsetDateTime.parse("2026-10-25T00:30:00Z"));
        OffsetDateTime second = ClockReading.IN_BUDAPEST.from(OffsetDateTime.parse("2026-10-25T01:30:00Z"));

        assertThat(first.toLocalTime()).isEqualTo(second.toLocalTime()).isEqualTo(LocalTime.of(2, 30));
        assertThat(first.toInstant()).isNotEqualTo(second.toInstant());
    }

    @ParameterizedTest
    @MethodSource("marks")
    void a_time_that_the_clocks_show_twice_has_the_same_digits_both_times(OffsetDateTime mark) {
        OffsetDateTime first = ClockReading.BEFORE_CLOCKS_GO_BACK.from(mark);
        OffsetDateTime second = ClockReading.TAKEN_FOR_THE_REPETITION.from(mark);

        assertThat(first.toLocalDateTime()).isEqualTo(second.toLocalDateTime());
        assertThat(second.toInstant()).isAfter(first.toInstant());
    }
}
