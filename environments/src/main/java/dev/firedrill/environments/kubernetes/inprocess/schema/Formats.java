package dev.firedrill.environments.kubernetes.inprocess.schema;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The formats of texts that an API server checks; one that it does not know it lets pass, and so do we. */
final class Formats {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final String IPV4 = OCTET + "(\\." + OCTET + "){3}";
    private static final Map<String, Predicate<String>> KNOWN = Map.ofEntries(
            Map.entry("date-time", Formats::isDateTime),
            Map.entry("date", Formats::isDate),
            Map.entry("byte", Formats::isBase64),
            Map.entry("uuid", matching("(?i)[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}")),
            Map.entry("email", matching("[^@\\s]+@[^@\\s]+")),
            Map.entry("hostname", matching("[A-Za-z0-9]([A-Za-z0-9-]{0,62}(\\.[A-Za-z0-9-]{1,63})*)?")),
            Map.entry("ipv4", matching(IPV4)),
            Map.entry("ipv6", matching("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")),
            Map.entry("cidr", matching("(" + IPV4 + "|[0-9A-Fa-f:]+)/\\d{1,3}")),
            Map.entry("uri", matching("(?s)([A-Za-z][A-Za-z0-9+.-]*:.*|/.*)")),
            Map.entry("duration", matching("-?(\\d+(\\.\\d+)?(ns|us|µs|ms|s|m|h|d|w))+|0")));

    private Formats() {}

    static boolean fits(String format, String text) {
        return KNOWN.getOrDefault(format, any -> true).test(text);
    }

    private static Predicate<String> matching(String regex) {
        return Pattern.compile(regex).asMatchPredicate();
    }

    private static boolean isDateTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException notOne) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException notOne) {
            return false;
        }
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return true;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
