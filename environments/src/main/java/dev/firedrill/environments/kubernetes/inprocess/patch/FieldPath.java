package dev.firedrill.environments.kubernetes.inprocess.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The way from the root of an object to one of its fields.
 *
 * @param elements the steps in the notation of {@code fieldsV1}: {@code f:name}, {@code k:{"key":"value"}}, {@code v:"x"}
 */
record FieldPath(List<String> elements) {
    static final FieldPath ROOT = new FieldPath(List.of());

    /** The field of a structure, or the entry of a map. */
    FieldPath field(String name) {
        return then("f:" + name);
    }

    /** The element of a list that has this identity: its key fields in a list of type map, itself in a set. */
    FieldPath element(JsonNode identity, boolean keyed) {
        return then(keyed ? "k:" + sorted(identity) : "v:" + identity);
    }

    FieldPath then(String step) {
        List<String> longer = new ArrayList<>(elements.size() + 1);
        longer.addAll(elements);
        longer.add(step);
        return new FieldPath(longer);
    }

    /** The containers that it lies in, without the root. */
    Stream<FieldPath> ancestors() {
        return IntStream.range(1, elements.size()).mapToObj(depth -> new FieldPath(elements.subList(0, depth)));
    }

    boolean isRoot() {
        return elements.isEmpty();
    }

    /** As people are told of it: {@code .spec.ports[name="http"].port}. */
    String shown() {
        StringBuilder text = new StringBuilder();
        for (String element : elements) {
            String rest = element.substring(2);
            switch (element.charAt(0)) {
                case 'f' -> text.append('.').append(rest);
                case 'k' ->
                    text.append('[')
                            .append(rest.substring(1, rest.length() - 1).replaceAll("\"([^\"]*)\":", "$1="))
                            .append(']');
                default -> text.append("[=").append(rest).append(']');
            }
        }
        return text.toString();
    }

    private static ObjectNode sorted(JsonNode key) {
        TreeMap<String, JsonNode> fields = new TreeMap<>();
        key.properties().forEach(each -> fields.put(each.getKey(), each.getValue()));
        return new ObjectNode(JsonNodeFactory.instance, new LinkedHashMap<>(fields));
    }
}
