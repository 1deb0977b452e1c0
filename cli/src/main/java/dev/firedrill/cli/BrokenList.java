package dev.firedrill.cli;

import dev.firedrill.environments.system.ReplacedClasses;
import dev.firedrill.scenarios.runner.DidYouMean;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;

/** Names the deliberately wrong recoveries that are at hand. */
final class BrokenList {
    private BrokenList() {}

    static boolean knows(String name) {
        return mistakes().containsKey(name)
                || ReplacedClasses.folder(name).filter(Files::isDirectory).isPresent();
    }

    /** Which one may have been meant, as the end of a sentence. */
    static String question(String name) {
        return mistakes().isEmpty()
                ? "; this jar holds none, the launcher of a checkout, ./firedrill, finds them beside it"
                : DidYouMean.question(name, mistakes().keySet());
    }

    static int print(PrintWriter out) {
        mistakes().forEach((name, mistake) -> out.printf("%-24s %s%n", name, mistake));
        out.flush();
        return ExitCode.HELD;
    }

    private static Map<String, String> mistakes() {
        Map<String, String> mistakes = new LinkedHashMap<>();
        ServiceLoader.load(BrokenRecoveryCatalogue.class).forEach(catalogue -> mistakes.putAll(catalogue.mistakes()));
        return mistakes;
    }
}
