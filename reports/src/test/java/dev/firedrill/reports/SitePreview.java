package dev.firedrill.reports;

import java.nio.file.Path;

/** Writes the samples where a person can look at them: run it from an IDE or with {@code java} and a folder. */
final class SitePreview {
    private SitePreview() {}

    public static void main(String[] arguments) {
        Reports.write(Samples.drill(), Path.of(arguments[0]));
    }
}
