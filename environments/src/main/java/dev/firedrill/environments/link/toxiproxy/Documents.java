package dev.firedrill.environments.link.toxiproxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.link.toxiproxy.Toxic.Kind;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

/** Proxies and toxics as the API writes and reads them. */
final class Documents {
    static final ObjectMapper JSON = new ObjectMapper();

    private Documents() {}

    static JsonNode read(String body) {
        try {
            return JSON.readTree(body.isBlank() ? "{}" : body);
        } catch (JsonProcessingException malformed) {
            throw new BadRequest("bad request body: " + malformed.getOriginalMessage());
        }
    }

    static ObjectNode write(TcpProxy proxy) {
        ObjectNode document = JSON.createObjectNode();
        document.put("name", proxy.name());
        document.put("listen", write(proxy.listen()));
        document.put("upstream", write(proxy.upstream()));
        document.put("enabled", proxy.isEnabled());
        proxy.toxics()
                .all()
                .forEach(toxic -> document.withArrayProperty("toxics").add(write(toxic)));
        document.withArrayProperty("toxics");
        return document;
    }

    static ObjectNode write(Toxic toxic) {
        ObjectNode document = JSON.createObjectNode();
        document.put("name", toxic.name());
        document.put("type", toxic.kind().toString());
        document.put("stream", toxic.stream().toString());
        document.put("toxicity", toxic.toxicity());
        ObjectNode attributes = document.putObject("attributes");
        toxic.attributes().forEach(attributes::put);
        return document;
    }

    /** A new toxic; its name is made of kind and stream unless one is given. */
    static Toxic toxic(JsonNode document) {
        Kind kind = Kind.of(document.path("type").asText());
        Stream stream = Stream.of(document.path("stream").asText(Stream.DOWNSTREAM.toString()));
        String name = document.path("name").asText("");
        return new Toxic(
                name.isEmpty() ? kind + "_" + stream : name,
                kind,
                stream,
                document.path("toxicity").asDouble(1),
                numbers(document.path("attributes")));
    }

    /** A toxic changed by what the document mentions. */
    static Toxic changed(Toxic before, JsonNode document) {
        Map<String, Long> attributes = new HashMap<>(before.attributes());
        attributes.putAll(numbers(document.path("attributes")));
        double toxicity = document.path("toxicity").asDouble(before.toxicity());
        return new Toxic(before.name(), before.kind(), before.stream(), toxicity, attributes);
    }

    static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0 || !text.substring(colon + 1).matches("\\d{1,5}")) {
            throw new BadRequest("'" + text + "' is not an address of the form host:port");
        }
        String host = text.substring(0, colon);
        return new InetSocketAddress(host.isEmpty() ? "0.0.0.0" : host, Integer.parseInt(text.substring(colon + 1)));
    }

    static String write(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }

    private static Map<String, Long> numbers(JsonNode attributes) {
        Map<String, Long> numbers = new HashMap<>();
        attributes.properties().forEach(field -> {
            if (!field.getValue().isNumber()) {
                throw new BadRequest("attribute " + field.getKey() + " is not a number");
            }
            numbers.put(field.getKey(), field.getValue().asLong());
        });
        return numbers;
    }
}
