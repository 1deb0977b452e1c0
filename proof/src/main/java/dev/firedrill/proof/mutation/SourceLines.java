package dev.firedrill.proof.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The recovery's source, where it lies beside the build; a report of a mutant is read with the line that it changes. */
final class SourceLines {
    private static final List<String> MODULES = List.of("core", "stores", "orchestrator", "cli");

    private final Path recovery;

    /** @param home the folder of the checkout */
    SourceLines(Path home) {
        this.recovery = home.resolve("recovery");
    }

    /** The changed line without its indentation; empty where there is no source. */
    String of(BytecodeMutant mutant) {
        String outermost = mutant.className().replaceAll("\\$.*", "").replace('.', '/');
        return MODULES.stream()
                .map(module -> recovery.resolve(module).resolve("src/main/java").resolve(outermost + ".java"))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> line(file, mutant.line()))
                .orElse("");
    }

    private static String line(Path file, int number) {
        try {
            List<String> lines = Files.readAllLines(file);
            return number < 1 || number > lines.size()
                    ? ""
                    : lines.get(number - 1).strip();
        } catch (IOException unreadable) {
            return "";
        }
    }
}
