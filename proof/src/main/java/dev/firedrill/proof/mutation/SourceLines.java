package dev.firedrill.proof.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The recovery's source, where it lies beside the build; a report of a mutant is read with the line that it changes. */
final class SourceLines {
    private final Path sources;

    /** @param home the folder of the checkout */
    SourceLines(Path home) {
        this.sources = home.resolve("recovery/src/main/java");
    }

    /** The changed line without its indentation; empty where there is no source. */
    String of(BytecodeMutant mutant) {
        String outermost = mutant.className().replaceAll("\\$.*", "").replace('.', '/');
        Path file = sources.resolve(outermost + ".java");
        try {
            List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
            return mutant.line() < 1 || mutant.line() > lines.size()
                    ? ""
                    : lines.get(mutant.line() - 1).strip();
        } catch (IOException unreadable) {
            return "";
        }
    }
}
