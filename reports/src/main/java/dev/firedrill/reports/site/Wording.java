package dev.firedrill.reports.site;

import dev.firedrill.model.LossClass;
import dev.firedrill.model.Verdict;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How templates put times, durations and verdicts into words. */
final class Wording extends AbstractExtension {
    static final String NOTHING = "–";

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A filter that takes no arguments; it leaves nothing where there is nothing. */
    private record Word<T>(Class<T> type, Function<T, String> wording) implements Filter {
        @Override
        public Object apply(
                @Nullable Object input,
                Map<String, Object> args,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            return input == null ? NOTHING : wording.apply(type.cast(input));
        }

        @Override
        public List<String> getArgumentNames() {
            return List.of();
        }
    }

    @Override
    public Map<String, Filter> getFilters() {
        return Map.of(
                "duration", new Word<>(Duration.class, Wording::duration),
                "utc", new Word<>(Instant.class, UTC::format),
                "clock", new Word<>(Instant.class, CLOCK::format),
                "mark", new Word<>(Verdict.class, Wording::mark),
                "meaning", new Word<>(LossClass.class, Wording::meaning));
    }

    static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, millis % 1000 < 50 ? "%.0f s" : "%.1f s", millis / 1000.0);
        }
        if (millis < 3_600_000) {
            return duration.toMinutes() + " min" + part(duration.toSecondsPart(), "s");
        }
        return duration.toHours() + " h" + part(duration.toMinutesPart(), "min");
    }

    private static String part(int number, String unit) {
        return number == 0 ? "" : " " + number + " " + unit;
    }

    static String mark(Verdict verdict) {
        return switch (verdict) {
            case HELD -> "✓";
            case NOT_APPLICABLE -> "∅";
            case INCONCLUSIVE -> "?";
            case VIOLATED -> "✗";
        };
    }

    static String meaning(LossClass lossClass) {
        return switch (lossClass) {
            case KEPT -> "present, as it was at the disaster";
            case LOST_ALLOWED -> "gone, and the rules allow it";
            case LOST_FORBIDDEN -> "gone, although the rules keep it";
            case REVERTED -> "back in an earlier state of its own";
            case RESURRECTED -> "back, although deleted before the disaster";
            case MUTATED -> "in a state that it never had";
            case GHOST -> "present, although nobody ever wrote it";
            case NEVER_ACKNOWLEDGED -> "hangs on an operation whose answer nobody saw";
        };
    }
}
