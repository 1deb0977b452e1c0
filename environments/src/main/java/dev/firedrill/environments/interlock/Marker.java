package dev.firedrill.environments.interlock;

import dev.firedrill.environments.process.RunLabel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a drill writes into a store to know it again.
 *
 * @param nonce tells the drill from every other
 * @param run the process whose drill it is
 * @param incarnation tells the data from those before the last loss or rewind
 */
record Marker(String nonce, RunLabel run, String incarnation) {
    private static final Pattern TEXT =
            Pattern.compile("firedrill-interlock 1\\nnonce=(\\w+)\\nrun=(\\S+)\\nincarnation=([\\w-]+)\\n?");

    static Marker of(String nonce) {
        return new Marker(nonce, RunLabel.ofThisJvm(), UUID.randomUUID().toString());
    }

    /** What a marker says; empty when it is none of ours or was tampered with. */
    static Optional<Marker> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? RunLabel.parse(parts.group(2)).map(run -> new Marker(parts.group(1), run, parts.group(3)))
                : Optional.empty();
    }

    /** The text that is written. */
    String text() {
        return String.join(
                "\n",
                List.of("firedrill-interlock 1", "nonce=" + nonce, "run=" + run, "incarnation=" + incarnation, ""));
    }
}
