package dev.firedrill.environments.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a program is used, which many tell after the reason for which they failed, or before it: dozens of lines in which the
 * one that matters is lost.
 */
final class Usage {
    private Usage() {}

    /** The lines without those from {@code Usage:} to the next error, or to the end; all of them when none would be left. */
    static List<String> without(List<String> lines) {
        List<String> kept = new ArrayList<>();
        boolean inUsage = false;
        for (String line : lines) {
            String start = line.toLowerCase(Locale.ROOT);
            inUsage = start.startsWith("usage") || inUsage && !start.startsWith("error");
            if (!inUsage) {
                kept.add(line);
            }
        }
        return kept.stream().allMatch(String::isBlank) ? lines : kept;
    }
}
