package dev.firedrill.recovery.sets.format;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one name that all members of a set share: the moment when it was begun, in UTC, and four random bytes. The ids of a batch
 * sort in the order in which its sets were begun.
 */
public record RootId(String text) implements Comparable<RootId> {
    private static final Pattern SHAPE = Pattern.compile("\\d{8}t\\d{6}z-[0-9a-f]{8}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd't'HHmmss'z'").withZone(ZoneOffset.UTC);

    /**
     * An id as it stands in a folder's name.
     *
     * @throws IllegalArgumentException when it is none
     */
    public RootId {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not the id of a recovery set");
        }
    }

    /** The id in {@code text}; empty when it is none. */
    public static Optional<RootId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new RootId(text)) : Optional.empty();
    }

    /**
     * A new id for a set that is begun now. It sorts after the newest of its batch, also when that was begun in this very second or
     * the clock was put back meanwhile.
     */
    public static RootId begunAt(Instant now, Optional<RootId> newest, SecureRandom random) {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        Instant earliest = newest.map(root -> root.begun().plusSeconds(1)).orElse(now);
        return new RootId(TIME.format(now.isBefore(earliest) ? earliest : now) + "-"
                + HexFormat.of().formatHex(bytes));
    }

    /** When the set was begun, to the second. */
    public Instant begun() {
        return Instant.from(TIME.parse(text.substring(0, text.indexOf('-'))));
    }

    @Override
    public int compareTo(RootId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
