package dev.firedrill.reports.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.firedrill.model.LossClass;
import dev.firedrill.model.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads and writes {@code result.json}. Keys keep their order, times are ISO 8601 in UTC, durations ISO 8601. Unknown
 * keys are passed over, so that later additions do not break older readers. The layout before this one is read as well, and
 * written anew as the present one; any other schema number is refused.
 */
public final class ResultFile {
    /** The file's name in a drill's folder. */
    public static final String NAME = "result.json";

    /** What stands beside it from a drill's first moment on. */
    private static final String JOURNAL = "journal.ndjson";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addMixIn(Verdict.class, WrittenAsText.class)
            .addMixIn(LossClass.class, WrittenAsText.class)
            .addMixIn(StepStatus.class, WrittenAsText.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ResultFile() {}

    /** The file's text. */
    public static String text(DrillResult result) {
        try {
            return MAPPER.writeValueAsString(result) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the result of drill " + result.drill() + " cannot be written as JSON", e);
        }
    }

    /** The result as a JSON tree, every key in its place. */
    public static JsonNode tree(DrillResult result) {
        return MAPPER.valueToTree(result);
    }

    /** Reads {@code json}; {@code origin} names it in error messages. */
    public static DrillResult parse(String json, String origin) {
        try {
            return parse(MAPPER.readTree(json), origin);
        } catch (JsonProcessingException e) {
            throw new UnreadableResult(origin + " is not JSON: " + firstLine(e), e);
        }
    }

    /** Reads a JSON tree; {@code origin} names it in error messages. */
    public static DrillResult parse(JsonNode tree, String origin) {
        int schema = tree.path("schema").asInt(0);
        if (schema < DrillResult.OLDEST_SCHEMA || schema > DrillResult.SCHEMA) {
            throw new UnreadableResult(origin + " has schema "
                    + tree.path("schema").asText("none")
                    + ", but only schemas " + DrillResult.OLDEST_SCHEMA + " to " + DrillResult.SCHEMA
                    + " are understood: render it with the version of"
                    + " Firedrill that wrote it");
        }
        try {
            return MAPPER.treeToValue(tree, DrillResult.class);
        } catch (JsonProcessingException e) {
            throw new UnreadableResult(origin + " is not a drill result: " + firstLine(e), e);
        }
    }

    /** Reads the result in a drill's folder. */
    public static DrillResult read(Path out) {
        Path file = out.resolve(NAME);
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        } catch (IOException e) {
            Path journal = out.resolve(JOURNAL);
            String hint = Files.isRegularFile(journal)
                    ? "its drill was cut short; " + journal + " tells what it saw until then"
                    : "is " + out + " the --out folder of a drill?";
            throw new UnreadableResult(file + " cannot be read (" + reason(e) + "): " + hint, e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException ? "there is none" : String.valueOf(e.getMessage());
    }

    private static String firstLine(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("no reason given");
    }
}
