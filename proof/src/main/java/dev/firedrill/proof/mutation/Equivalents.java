package dev.firedrill.proof.mutation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Mutants of which somebody wrote down why no store, no answer of the API and no promise differs. An entry names one by what
 * stays the same when other code is written above it: class, method, kind of change, the change in words, and the line.
 */
final class Equivalents {
    /** Where the entries stand, seen from the checkout. */
    static final String FILE = "docs/sight/equivalents.yaml";

    private final List<Entry> entries;

    Equivalents(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * One explained mutant.
     *
     * @param className the class's full name
     * @param method the method in the source
     * @param mutator the kind of change
     * @param change the change in the engine's words
     * @param code the changed line
     * @param reason why nothing differs
     */
    record Entry(String className, String method, String mutator, String change, String code, String reason) {
        Entry {
            if (reason == null || reason.isBlank()) {
                throw new IllegalArgumentException(className + "." + method + " has no reason");
            }
        }

        boolean names(BytecodeMutant mutant, String line) {
            return mutant.className().equals(className)
                    && mutant.sourceMethod().equals(method)
                    && mutant.mutator().equals(mutator)
                    && mutant.change().equals(change)
                    && line.equals(code);
        }
    }

    /**
     * Reads them; there are none where the checkout has no such file.
     *
     * @throws EnvironmentFailure when the file is not what it should be
     */
    static Equivalents read(Path home) {
        Path file = home.resolve(FILE);
        try {
            return new Equivalents(
                    Files.exists(file)
                            ? new YAMLMapper().readValue(file.toFile(), new TypeReference<List<Entry>>() {})
                            : List.of());
        } catch (IOException unreadable) {
            throw new EnvironmentFailure(
                    file + " cannot be read: each entry has className, method, mutator, change, code and reason. "
                            + unreadable.getMessage(),
                    unreadable);
        }
    }

    /** Why nothing differs with this mutant, where somebody wrote that down. */
    Optional<String> reason(BytecodeMutant mutant, String line) {
        return entries.stream()
                .filter(entry -> entry.names(mutant, line))
                .map(Entry::reason)
                .findFirst();
    }
}
