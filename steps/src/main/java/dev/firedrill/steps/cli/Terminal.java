package dev.firedrill.steps.cli;

/** What is known of the terminal that a person looks at. */
final class Terminal {
    private static final int USUAL = 120;

    private Terminal() {}

    static int width() {
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        return columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : USUAL;
    }

    /** Colour only for a person, and not for one who asked for none. */
    static boolean colour() {
        return System.console() != null
                && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    }
}
