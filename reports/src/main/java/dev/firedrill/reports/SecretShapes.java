package dev.firedrill.reports;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What looks like a secret in running text though nobody registered it; the words that announce it stay readable. */
final class SecretShapes {
    private static final String MASK = Matcher.quoteReplacement(Redactor.MASK);

    private record Shape(Pattern pattern, String replacement) {
        static Shape of(String regex, String replacement) {
            return new Shape(Pattern.compile(regex), replacement);
        }
    }

    private static final List<Shape> SHAPES = List.of(
            Shape.of("-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(-----END [A-Z ]*PRIVATE KEY-----|\\z)", MASK),
            Shape.of("(\\w://[^/\\s:@\"'<>]*):[^/\\s@\"'<>]+@", "$1:" + MASK + "@"),
            Shape.of("(?i)(\\bauthorization\\W{1,6}(?:basic|bearer|token)\\s+)[^\\s\"',]+", "$1" + MASK),
            Shape.of("\\beyJ[\\w-]{8,}\\.[\\w-]+\\.[\\w-]*", MASK),
            Shape.of("(?i)(--?[\\w-]*(?:password|passwd|token|secret)[= ])(?!\\[redacted])[^\\s-]\\S*", "$1" + MASK),
            Shape.of(
                    "(?i)(\\b[\\w-]*(?:password|passwd|pwd|passphrase|secret|token|api[_-]?key|client-key-data)[\"']?"
                            + "\\s?[:=]\\s?[\"']?)(?!\\[redacted])[^\\s\"'&,;<>]+",
                    "$1" + MASK));

    private SecretShapes() {}

    static String mask(String text) {
        String clean = text;
        for (Shape shape : SHAPES) {
            clean = shape.pattern().matcher(clean).replaceAll(shape.replacement());
        }
        return clean;
    }
}
