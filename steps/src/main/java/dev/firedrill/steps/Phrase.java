package dev.firedrill.steps;

/** A phrase of a feature that stands for a claim or a deed. */
final class Phrase {
    private Phrase() {}

    /** What stands between the first and the last quote of {@code phrase}. */
    static String quoted(String phrase) {
        return phrase.substring(phrase.indexOf('"') + 1, phrase.lastIndexOf('"'));
    }

    /** A parameter type lets {@code phrase} pass and does not know what it means. */
    static IllegalArgumentException unknown(String phrase) {
        return new IllegalArgumentException("No step definition says what '" + phrase + "' means");
    }
}
