package dev.firedrill.recovery.sets.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.firedrill.recovery.sets.problem.VerificationFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads and writes the JSON files of a set. Times are ISO 8601 in UTC; a file of a newer layout is refused, not guessed at. */
public final class SetJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantReader()))
            .build();

    private SetJson() {}

    /** The bytes of a file. */
    public static byte[] write(Object value) {
        try {
            return (MAPPER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass() + " cannot be written", e);
        }
    }

    /** A value as an object, for the details of a member. */
    public static ObjectNode object(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * The details of a member.
     *
     * @throws VerificationFailed when they are not what this kind of member has
     */
    public static <T> T value(JsonNode node, Class<T> type, String file) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * A manifest or a member's metadata.
     *
     * @param file its key, for messages
     * @throws VerificationFailed when it is not such a file, or one of a newer layout
     */
    public static <T> T read(byte[] bytes, Class<T> type, String file) {
        try {
            JsonNode tree = MAPPER.readTree(bytes);
            checkVersion(tree, file);
            return MAPPER.treeToValue(tree, type);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
    }

    private static void checkVersion(JsonNode tree, String file) {
        if (!Manifest.FORMAT.equals(tree.path("format").asText())) {
            throw new VerificationFailed(
                    file + " is not a file of a recovery set: its format is not " + Manifest.FORMAT);
        }
        int version = tree.path("version").asInt();
        if (version < 1 || version > Manifest.VERSION) {
            throw new VerificationFailed(
                    file + " has version " + version + " of the layout, and this program reads 1 to " + Manifest.VERSION
                            + "; use the Firedrill that wrote it, or a newer one");
        }
    }

    /** What the file says stays out of the message: it may be anything. */
    private static VerificationFailed unreadable(String file, Exception cause) {
        return new VerificationFailed(file + " cannot be read as JSON of a recovery set: it is damaged", cause);
    }

    private static final class InstantReader extends FromStringDeserializer<Instant> {
        InstantReader() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String value, com.fasterxml.jackson.databind.DeserializationContext context)
                throws IOException {
            try {
                return Instant.parse(value);
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, value, "not a time in ISO 8601");
            }
        }
    }
}
