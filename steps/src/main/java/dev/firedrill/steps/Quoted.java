package dev.firedrill.steps;

/** The name between quotes in a phrase of a feature. */
final class Quoted {
    private Quoted() {}

    /** What stands between the first and the last quote of {@code phrase}. */
    static String in(String phrase) {
        return phrase.substring(phrase.indexOf('"') + 1, phrase.lastIndexOf('"'));
    }
}
