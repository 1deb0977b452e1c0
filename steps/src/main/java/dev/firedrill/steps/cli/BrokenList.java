package dev.firedrill.steps.cli;

import dev.firedrill.steps.broken.BrokenRecoveries;
import java.io.PrintWriter;

/** Names the deliberately wrong recoveries. */
final class BrokenList {
    private BrokenList() {}

    static boolean knows(String name) {
        return BrokenRecoveries.named(name).isPresent();
    }

    static int print(PrintWriter out) {
        BrokenRecoveries.all().forEach(one -> out.printf("%-24s %s%n", one.name(), one.mistake()));
        out.flush();
        return ExitCode.HELD;
    }
}
