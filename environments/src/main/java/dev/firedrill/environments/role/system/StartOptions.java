package dev.firedrill.environments.role.system;

import java.util.List;
import java.util.stream.Stream;

/**
 * What goes beyond the plain start of a system. Abilities make such options, and only the system whose ability made one
 * understands it.
 *
 * @param words in the words of the system
 */
public record StartOptions(List<String> words) {
    public StartOptions {
        words = List.copyOf(words);
    }

    /** Nothing beyond the plain start. */
    public static StartOptions plain() {
        return of();
    }

    public static StartOptions of(String... words) {
        return new StartOptions(List.of(words));
    }

    /** These and those of {@code more}. */
    public StartOptions and(StartOptions more) {
        return new StartOptions(
                Stream.of(words, more.words).flatMap(List::stream).toList());
    }
}
