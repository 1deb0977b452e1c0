package dev.firedrill.scenarios.options;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user promises those who depend on a recovery.
 *
 * @param rpo the most time of writing that may be lost
 * @param rto the longest that the recovery may take
 */
public record Promise(Optional<Duration> rpo, Optional<Duration> rto) {
    public static final Promise NONE = new Promise(Optional.empty(), Optional.empty());

    private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|[smhd])");
    private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+");

    /** Whether a text is meant to be one: {@code rpo=5m,rto=10m}, or one of the two. */
    static boolean isMeant(String text) {
        return text.matches("(?s)\\s*(rpo|rto)\\s*=.*");
    }

    /**
     * Reads {@code rpo=5m,rto=10m}, or one of the two.
     *
     * @throws IllegalArgumentException when it says something else; the message says what
     */
    public static Promise parse(String text) {
        Promise promise = NONE;
        for (String part : text.strip().split("\\s*,\\s*", -1)) {
            String[] pair = part.split("\\s*=\\s*", 2);
            if (pair.length < 2 || !pair[0].matches("rpo|rto")) {
                throw new IllegalArgumentException("'" + part + "' is neither rpo=DURATION nor rto=DURATION");
            }
            Optional<Duration> duration = Optional.of(duration(pair[1]));
            promise = promise.overriddenBy(
                    pair[0].equals("rpo")
                            ? new Promise(duration, Optional.empty())
                            : new Promise(Optional.empty(), duration));
        }
        return promise;
    }

    /** The same with what a later promise says instead. */
    Promise overriddenBy(Promise later) {
        return new Promise(later.rpo.or(() -> rpo), later.rto.or(() -> rto));
    }

    private static Duration duration(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return PART.matcher(text).results().map(Promise::part).reduce(Duration.ZERO, Duration::plus);
        }
        try {
            Duration iso = Duration.parse(text);
            if (!iso.isNegative()) {
                return iso;
            }
        } catch (DateTimeParseException neither) {
            throw new IllegalArgumentException(notOne(text), neither);
        }
        throw new IllegalArgumentException(notOne(text));
    }

    private static String notOne(String text) {
        return "'" + text + "' is no duration such as 90s, 5m, 1h30m or PT5M";
    }

    private static Duration part(MatchResult part) {
        long number = Long.parseLong(part.group(1));
        return switch (part.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
