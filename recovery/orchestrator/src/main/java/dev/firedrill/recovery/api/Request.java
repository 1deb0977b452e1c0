package dev.firedrill.recovery.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.firedrill.recovery.engine.Refused;
import dev.firedrill.recovery.engine.User;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request, read completely and within limits.
 *
 * @param method the verb, in capitals
 * @param path the decoded segments of the path
 * @param query the decoded parameters of the address
 * @param mediaType the content type without its parameters, in lower case
 * @param body what came with it
 * @param user the user who sent it
 */
public record Request(
        String method, List<String> path, Map<String, String> query, String mediaType, byte[] body, User user) {
    /** In bytes; a body that is longer is cut off behind the next one and refused. */
    static final int LARGEST_BODY = 24 * 1024 * 1024;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(100)
                        .maxStringLength(LARGEST_BODY)
                        .build());
    }

    static Request read(HttpExchange exchange, User user) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        return new Request(
                exchange.getRequestMethod().toUpperCase(Locale.ROOT),
                segments(exchange.getRequestURI().getRawPath()),
                parameters(exchange.getRequestURI().getRawQuery()),
                type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
                body,
                user);
    }

    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    boolean isTooLarge() {
        return body.length > LARGEST_BODY;
    }

    /** The body as JSON; a missing node when there is none. */
    public JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new Refused(Refused.Kind.BAD_REQUEST, "the body is not JSON" + place(e), e);
        } catch (IOException e) {
            throw new Refused(Refused.Kind.BAD_REQUEST, "the body is not JSON in UTF-8", e);
        }
    }

    ObjectNode object() {
        if (json() instanceof ObjectNode object) {
            return object;
        }
        throw new Refused(Refused.Kind.BAD_REQUEST, "the body is not a JSON object");
    }

    private static String place(JsonProcessingException e) {
        return Optional.ofNullable(e.getLocation())
                .map(at -> ", see line " + at.getLineNr() + " column " + at.getColumnNr())
                .orElse(", or nested too deeply");
    }

    private static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String segment : rawPath.split("/")) {
            if (!segment.isEmpty()) {
                // A plus is a plus in a path; the decoder is made for forms.
                segments.add(decoded(segment.replace("+", "%2B")));
            }
        }
        return segments;
    }

    private static Map<String, String> parameters(@Nullable String rawQuery) {
        Map<String, String> parameters = new HashMap<>();
        if (rawQuery != null) {
            for (String pair : rawQuery.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                parameters.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refused(Refused.Kind.BAD_REQUEST, "the address holds a wrong percent sign", e);
        }
    }
}
