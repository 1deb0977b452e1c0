package dev.firedrill.cli;

import java.io.Console;
import java.util.Optional;

/** What is known of the terminal that a person looks at. */
final class Terminal {
    private static final int USUAL = 120;

    private Terminal() {}

    static int width() {
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        return columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : USUAL;
    }

    /** What somebody types who is told what it permits; empty when nobody is there. */
    static Optional<String> typed(String target) {
        Console console = System.console();
        return console == null
                ? Optional.empty()
                : Optional.of(Optional.ofNullable(console.readLine(
                                "Everything in the target's stores will be destroyed, again and again. If you are sure,"
                                        + " type the name of the target (%s): ",
                                target))
                        .orElse("")
                        .strip());
    }

    /** Colour only for a person, and not for one who asked for none. */
    static boolean colour() {
        return System.console() != null
                && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    }
}
