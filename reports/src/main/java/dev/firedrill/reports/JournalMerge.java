package dev.firedrill.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Puts the lines of several journals in the order of time; the lines themselves stay as they are. */
final class JournalMerge {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private record Line(Instant at, String text) {}

    private JournalMerge() {}

    static void write(List<Path> outs, ResultFolder into) {
        List<Line> lines = new ArrayList<>();
        outs.stream().distinct().forEach(out -> lines.addAll(read(out.resolve(JournalWriter.NAME))));
        // The sort is stable: lines of one moment keep the order of their journal.
        lines.sort(Comparator.comparing(Line::at));
        into.write(
                JournalWriter.NAME,
                lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining()));
    }

    private static List<Line> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        // A line that was torn by a kill has no readable time: it stays behind the line before it.
        Instant last = Instant.EPOCH;
        for (String text : textOf(file).lines().filter(line -> !line.isBlank()).toList()) {
            last = time(text, last);
            lines.add(new Line(last, text));
        }
        return lines;
    }

    private static String textOf(Path file) {
        try {
            // A torn line may end inside a character, which Files.readString would refuse.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ShardsDoNotMatch(file + " cannot be read (" + e.getMessage() + ")");
        }
    }

    private static Instant time(String line, Instant otherwise) {
        try {
            JsonNode at = MAPPER.readTree(line).path("at");
            return at.isTextual() ? Instant.parse(at.asText()) : otherwise;
        } catch (JsonProcessingException | DateTimeException e) {
            return otherwise;
        }
    }
}
