package dev.firedrill.proof.mutation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The mutants that were tried so far, a line each, so that a run that was stopped can go on. */
final class SightLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    private SightLog(Path file) {
        this.file = file;
    }

    /**
     * Opens the log of one build in a folder.
     *
     * @param resume whether what is in it counts; otherwise it starts empty
     */
    static SightLog open(Path out, String build, boolean resume) {
        Path file = out.resolve("tried-" + build + ".ndjson");
        try {
            Files.createDirectories(out);
            if (!resume) {
                Files.deleteIfExists(file);
            }
        } catch (IOException refused) {
            throw broken(file, refused);
        }
        return new SightLog(file);
    }

    /** What was tried, by the mutants' keys. */
    Map<String, TriedMutant> tried() {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.stream()
                    .map(this::parsed)
                    .collect(Collectors.toMap(one -> one.mutant().key(), one -> one, (earlier, later) -> later));
        } catch (IOException unreadable) {
            throw broken(file, unreadable);
        }
    }

    void add(TriedMutant tried) {
        try {
            Files.writeString(
                    file, JSON.writeValueAsString(tried) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException refused) {
            throw broken(file, refused);
        }
    }

    private TriedMutant parsed(String line) {
        try {
            return JSON.readValue(line, TriedMutant.class);
        } catch (IOException unreadable) {
            throw broken(file, unreadable);
        }
    }

    private static EnvironmentFailure broken(Path file, IOException why) {
        return new EnvironmentFailure(
                file + " cannot be used: " + why.getMessage() + "; remove it, or name another --out", why);
    }
}
