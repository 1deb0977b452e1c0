package dev.firedrill.steps.cli;

import dev.firedrill.steps.broken.BrokenRecoveries;
import dev.firedrill.steps.broken.BrokenRecovery;
import dev.firedrill.steps.broken.ReplacedClasses;
import dev.firedrill.steps.drill.Nearest;
import java.io.PrintWriter;
import java.nio.file.Files;

/** Names the deliberately wrong recoveries. */
final class BrokenList {
    private BrokenList() {}

    static boolean knows(String name) {
        return BrokenRecoveries.named(name).isPresent()
                || ReplacedClasses.folder(name).filter(Files::isDirectory).isPresent();
    }

    /** Which one may have been meant, as the end of a sentence. */
    static String question(String name) {
        return Nearest.question(
                name, BrokenRecoveries.all().stream().map(BrokenRecovery::name).toList());
    }

    static int print(PrintWriter out) {
        BrokenRecoveries.all().forEach(one -> out.printf("%-24s %s%n", one.name(), one.mistake()));
        out.flush();
        return ExitCode.HELD;
    }
}
