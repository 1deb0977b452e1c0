package dev.firedrill.reports.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.reports.Samples;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.reports.result.TimelineEntry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineChartTest {
    @Test
    void each_phase_of_each_store_has_a_lane() {
        TimelineChart chart = chart(entry(0, "restore", "git", 1000L), entry(0, "restore", "database", 2000L));

        assertThat(chart.lanes())
                .extracting(TimelineChart.Lane::label)
                .containsExactly("restore · git", "restore · package cache");
        assertThat(chart.lanes()).extracting(TimelineChart.Lane::kind).containsOnly("restore");
    }

    @Test
    void bars_are_as_long_as_they_lasted() {
        TimelineChart chart = chart(entry(0, "detect", "", 1000L), entry(1000, "verify", "", 3000L));

        TimelineChart.Bar first = chart.lanes().get(0).bars().get(0);
        TimelineChart.Bar second = chart.lanes().get(1).bars().get(0);
        assertThat(second.width()).isBetween(first.width() * 3 - 2, first.width() * 3 + 2);
        assertThat(second.x()).isEqualTo(first.end());
    }

    @Test
    void an_entry_without_a_duration_lasts_until_the_next_one_and_the_last_until_the_end() {
        TimelineChart chart = chart(entry(0, "detect", "", null), entry(1500, "verify", "", null));

        assertThat(chart.lanes()).extracting(TimelineChart.Lane::length).containsExactly("1.5 s", "2.5 s");
    }

    @Test
    void entries_out_of_order_are_sorted() {
        TimelineChart chart = chart(entry(900, "verify", "", 10L), entry(0, "detect", "", 10L));

        assertThat(chart.lanes()).extracting(TimelineChart.Lane::label).containsExactly("detect", "verify");
    }

    @Test
    void a_moment_is_still_seen() {
        TimelineChart chart = chart(entry(0, "detect", "", 100_000L), entry(5, "disaster", "git", 0L));

        assertThat(chart.lanes().get(1).bars().get(0).width()).isPositive();
    }

    @Test
    void the_axis_has_a_few_round_marks() {
        assertThat(chart(entry(0, "detect", "", 8270L)).ticks())
                .extracting(TimelineChart.Tick::label)
                .containsExactly("0", "2 s", "4 s", "6 s", "8 s");
    }

    @Test
    void nothing_happened_is_not_drawn() {
        assertThat(chart().drawn()).isFalse();
    }

    private static TimelineChart chart(TimelineEntry... entries) {
        return TimelineChart.of(ScenarioResult.builder("f:1", "F", "f")
                .startedAt(Samples.START)
                .duration(Duration.ofSeconds(4))
                .timeline(List.of(entries))
                .build());
    }

    private static TimelineEntry entry(long at, String phase, String store, @Nullable Long lasted) {
        Duration duration = lasted == null ? null : Duration.ofMillis(lasted);
        return new TimelineEntry(Samples.START.plusMillis(at), phase, store, "it happens", duration);
    }
}
