package dev.firedrill.recovery.git.scan;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Who made a commit and when, read from its bytes: a commit may lack an author, or bear a date that no calendar, database or
 * API has.
 *
 * @param when the author's date, else the committer's, else the beginning of 1970
 * @param mail the author's e-mail address, possibly empty
 * @param dated whether the author's date is one that every store can hold
 */
public record Authorship(Instant when, String mail, boolean dated) {
    /** Dates of four digits are what RFC 3339 can write and Kubernetes can read. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Pattern SIGNATURE =
            Pattern.compile("(?m)^(author|committer) [^\\n]*?<([^>\\n]*)>[^\\n]*?(-?[0-9]+)?(?: [+-][0-9]+)?[ ]*$");
    private static final int LONGEST_NUMBER = 15;

    static Authorship of(RevCommit commit) {
        String header = header(commit.getRawBuffer());
        Optional<Instant> authored = Optional.empty();
        Optional<Instant> committed = Optional.empty();
        String mail = "";
        Matcher lines = SIGNATURE.matcher(header);
        while (lines.find()) {
            Optional<Instant> when = Optional.ofNullable(lines.group(3)).flatMap(Authorship::instant);
            if (lines.group(1).equals("author")) {
                authored = when;
                mail = mail(lines.group(2));
            } else {
                committed = when;
            }
        }
        return new Authorship(authored.orElse(committed.orElse(Instant.EPOCH)), mail, authored.isPresent());
    }

    private static String header(byte[] commit) {
        // Byte for byte, so that no encoding can break the lines.
        String text = new String(commit, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n");
        return end < 0 ? text : text.substring(0, end);
    }

    private static String mail(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
    }

    private static Optional<Instant> instant(String seconds) {
        if (seconds.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        Instant instant = Instant.ofEpochSecond(Long.parseLong(seconds));
        return instant.isBefore(FIRST) || instant.isAfter(LAST) ? Optional.empty() : Optional.of(instant);
    }
}
