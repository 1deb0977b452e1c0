package dev.firedrill.environments.kubernetes.inprocess.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Bytes to trees and back. */
public final class Json {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a tree of our own cannot be written", impossible);
        }
    }

    /** Reads a request's body; one that cannot be read is the client's fault. */
    public static JsonNode read(byte[] body, boolean yaml) {
        try {
            return yaml ? readYaml(body) : JSON.readTree(body);
        } catch (IOException malformed) {
            String why = malformed instanceof JsonProcessingException json
                    ? json.getOriginalMessage()
                    : malformed.getMessage();
            throw StatusError.badRequest("couldn't get version/kind; json parse error: " + why);
        }
    }

    /** JSON is YAML as well, is what most clients send as such, and much the faster of the two to read. */
    private static JsonNode readYaml(byte[] body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return Yaml.MAPPER.readTree(body);
        }
    }

    /** Loaded by the first who sends YAML. */
    private static final class Yaml {
        private static final YAMLMapper MAPPER = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
