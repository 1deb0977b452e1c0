package dev.firedrill.reports.site;

import dev.firedrill.model.Store;
import dev.firedrill.reports.result.ScenarioResult;
import dev.firedrill.reports.result.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The geometry of a scenario's timeline: a lane for each phase of each store, a bar for each entry.
 *
 * @param lanes the lanes from top to bottom
 * @param ticks the marks of the time axis
 * @param height the height of the drawing, in its own units
 */
record TimelineChart(List<Lane> lanes, List<Tick> ticks, int height) {
    static final int WIDTH = 960;
    private static final int LEFT = 210;
    private static final int RIGHT = WIDTH - 80;
    private static final int TOP = 30;
    private static final int LANE = 28;
    private static final int SLIMMEST = 4;
    private static final int MOST_TICKS = 7;
    private static final int[] STEPS = {1, 2, 5};

    /** One phase of one store. */
    record Lane(String label, String kind, int y, String length, List<Bar> bars) {
        Lane {
            bars = List.copyOf(bars);
        }
    }

    /** One entry. */
    record Bar(int x, int width, String length, String what) {
        public int end() {
            return x + width;
        }
    }

    /** One mark of the axis. */
    record Tick(int x, String label) {}

    private record Span(TimelineEntry entry, Instant end) {
        Duration lasted() {
            return Duration.between(entry.at(), end);
        }
    }

    private record LaneKey(String phase, String store) {}

    TimelineChart {
        lanes = List.copyOf(lanes);
        ticks = List.copyOf(ticks);
    }

    static TimelineChart of(ScenarioResult scenario) {
        List<Span> spans = spans(scenario);
        if (spans.isEmpty()) {
            return new TimelineChart(List.of(), List.of(), 0);
        }
        Instant start = spans.get(0).entry().at();
        Instant end =
                spans.stream().map(Span::end).max(Comparator.naturalOrder()).orElse(start);
        long total = Math.max(1, Duration.between(start, end).toMillis());
        Map<LaneKey, List<Span>> byLane = new LinkedHashMap<>();
        spans.forEach(span -> byLane.computeIfAbsent(
                        new LaneKey(span.entry().phase(), span.entry().store()), key -> new ArrayList<>())
                .add(span));
        List<Lane> lanes = new ArrayList<>();
        byLane.forEach((key, of) -> lanes.add(new Lane(
                label(key.phase(), key.store()),
                kind(key.phase()),
                TOP + lanes.size() * LANE,
                Wording.duration(of.stream().map(Span::lasted).reduce(Duration.ZERO, Duration::plus)),
                of.stream().map(span -> bar(span, start, total)).toList())));
        return new TimelineChart(lanes, ticks(total), TOP + lanes.size() * LANE + 6);
    }

    public boolean drawn() {
        return !lanes.isEmpty();
    }

    /** The family that a phase belongs to, which gives it its colour. */
    static String kind(String phase) {
        String first = phase.toLowerCase(Locale.ROOT);
        return Stream.of("disaster", "detect", "decide", "restore", "reconcile", "verify")
                .filter(first::startsWith)
                .findFirst()
                .orElse("other");
    }

    private static List<Span> spans(ScenarioResult scenario) {
        List<TimelineEntry> entries = scenario.timeline().stream()
                .sorted(Comparator.comparing(TimelineEntry::at))
                .toList();
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            TimelineEntry entry = entries.get(i);
            Instant next = i + 1 < entries.size() ? entries.get(i + 1).at() : endOf(scenario, entry);
            Duration lasted = entry.duration();
            spans.add(new Span(entry, lasted == null ? next : entry.at().plus(lasted)));
        }
        return spans;
    }

    private static Instant endOf(ScenarioResult scenario, TimelineEntry last) {
        @Nullable Instant started = scenario.startedAt();
        @Nullable Duration lasted = scenario.duration();
        Instant end = started == null || lasted == null ? last.at() : started.plus(lasted);
        return end.isBefore(last.at()) ? last.at() : end;
    }

    private static Bar bar(Span span, Instant start, long total) {
        int x = x(Duration.between(start, span.entry().at()).toMillis(), total);
        int width = Math.max(SLIMMEST, x(Duration.between(start, span.end()).toMillis(), total) - x);
        return new Bar(x, width, Wording.duration(span.lasted()), span.entry().what());
    }

    private static int x(long millis, long total) {
        return LEFT + (int) Math.round((double) (RIGHT - LEFT) * millis / total);
    }

    private static List<Tick> ticks(long total) {
        long step = step(total);
        List<Tick> ticks = new ArrayList<>();
        for (long at = 0; at <= total; at += step) {
            ticks.add(new Tick(x(at, total), at == 0 ? "0" : Wording.duration(Duration.ofMillis(at))));
        }
        return ticks;
    }

    private static long step(long total) {
        for (long ten = 1; ; ten *= 10) {
            for (int step : STEPS) {
                if (total / (ten * step) < MOST_TICKS) {
                    return ten * step;
                }
            }
        }
    }

    private static String label(String phase, String store) {
        String title = Stream.of(Store.values())
                .filter(one -> one.key().equals(store))
                .map(Store::title)
                .findFirst()
                .orElse(store);
        return title.isEmpty() || phase.endsWith(title) ? phase : phase + " · " + title;
    }
}
