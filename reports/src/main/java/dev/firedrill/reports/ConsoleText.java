package dev.firedrill.reports;

import dev.firedrill.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Text as a terminal shows it: measured in columns, cut between characters, without control characters. */
final class ConsoleText {
    private static final String CUT = "…";

    private ConsoleText() {}

    /** The sign that stands for a verdict when there is no colour. */
    static String mark(Verdict verdict) {
        return switch (verdict) {
            case HELD -> "✓";
            case NOT_APPLICABLE -> "∅";
            case INCONCLUSIVE -> "?";
            case VIOLATED -> "✗";
        };
    }

    /** {@code text} in exactly {@code width} columns, cut or filled up at its end. */
    static String fit(String text, int width) {
        String clean = printable(text);
        if (columns(clean) <= width) {
            return clean + " ".repeat(width - columns(clean));
        }
        StringBuilder cut = new StringBuilder();
        int used = 0;
        for (int point : clean.codePoints().toArray()) {
            if (used + columns(point) > width - 1) {
                break;
            }
            cut.appendCodePoint(point);
            used += columns(point);
        }
        return cut + CUT + " ".repeat(width - 1 - used);
    }

    /** {@code text} in lines of at most {@code width} columns, broken between words; a word that is wider is cut. */
    static Stream<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : printable(text).strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (columns(longer) <= width) {
                line = longer;
            } else {
                lines.addAll(line.isEmpty() ? List.of() : List.of(line));
                line = fit(word, width).stripTrailing();
            }
        }
        lines.add(line);
        return lines.stream();
    }

    /** {@code text} filled up at its start; longer text stays whole. */
    static String padLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - columns(text))) + text;
    }

    /** How many columns {@code text} takes. */
    static int columns(String text) {
        return text.codePoints().map(ConsoleText::columns).sum();
    }

    /** A duration in at most six columns. */
    static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        long seconds = duration.toSeconds();
        if (seconds < 3600) {
            return seconds / 60 + "m" + String.format(Locale.ROOT, "%02ds", seconds % 60);
        }
        return duration.toHours() + "h" + String.format(Locale.ROOT, "%02dm", duration.toMinutesPart());
    }

    // A name comes from a file that anybody may have written: an escape sequence in it must not reach the terminal.
    private static String printable(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) || isBidiControl(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isBidiControl(int point) {
        return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    }

    private static int columns(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    private static boolean isWide(int point) {
        return point >= 0x1100 && point <= 0x115F
                || point >= 0x2E80 && point <= 0xA4CF
                || point >= 0xAC00 && point <= 0xD7A3
                || point >= 0xF900 && point <= 0xFAFF
                || point >= 0xFE30 && point <= 0xFE6F
                || point >= 0xFF00 && point <= 0xFF60
                || point >= 0xFFE0 && point <= 0xFFE6
                || point >= 0x1F300 && point <= 0x1FAFF
                || point >= 0x20000 && point <= 0x3FFFD;
    }
}
