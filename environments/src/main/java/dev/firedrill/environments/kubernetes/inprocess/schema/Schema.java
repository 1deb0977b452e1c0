package dev.firedrill.environments.kubernetes.inprocess.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** An OpenAPI v3 schema in the structural form of Kubernetes, read once and asked often. */
public final class Schema {
    /** Says nothing: every value is welcome, objects are merged field by field and lists replaced as a whole. */
    public static final Schema ANYTHING =
            parse(JsonNodeFactory.instance.objectNode().put("x-kubernetes-preserve-unknown-fields", true));

    private final JsonNode source;
    private final Map<String, Schema> properties = new LinkedHashMap<>();
    private final Optional<Schema> additional;
    private final Optional<Schema> items;
    private final Optional<Schema> not;
    private final Optional<Pattern> pattern;
    private final List<Schema> allOf;
    private final List<Schema> anyOf;
    private final List<Schema> oneOf;
    private final List<String> required;
    private final List<String> listMapKeys;

    private Schema(JsonNode source) {
        this.source = source;
        source.path("properties").properties().forEach(each -> properties.put(each.getKey(), parse(each.getValue())));
        this.additional = source.path("additionalProperties").isObject()
                ? Optional.of(parse(source.path("additionalProperties")))
                : Optional.empty();
        this.items = source.path("items").isObject() ? Optional.of(parse(source.path("items"))) : Optional.empty();
        this.not = source.path("not").isObject() ? Optional.of(parse(source.path("not"))) : Optional.empty();
        this.pattern = source.path("pattern").isTextual()
                ? Optional.of(Pattern.compile(source.path("pattern").textValue()))
                : Optional.empty();
        this.allOf = parseAll(source.path("allOf"));
        this.anyOf = parseAll(source.path("anyOf"));
        this.oneOf = parseAll(source.path("oneOf"));
        this.required = texts(source.path("required"));
        this.listMapKeys = texts(source.path("x-kubernetes-list-map-keys"));
    }

    /**
     * Reads a schema.
     *
     * @throws java.util.regex.PatternSyntaxException when a pattern in it is none
     */
    public static Schema parse(JsonNode source) {
        return new Schema(source);
    }

    /** This schema with one property more, or with another one in its place. */
    public Schema with(String property, Schema schema) {
        Schema extended = parse(source);
        extended.properties.put(property, schema);
        return extended;
    }

    /** The value of a keyword, missing when the schema does not have it. */
    public JsonNode keyword(String name) {
        return source.path(name);
    }

    /** The type that is asked for, empty when any is welcome. */
    public String type() {
        return source.path("type").asText("");
    }

    /** The properties that are known by name. */
    public Map<String, Schema> properties() {
        return properties;
    }

    /** What the schema says of the property, whether it is known by name or by the rule for all others. */
    public Optional<Schema> property(String name) {
        return Optional.ofNullable(properties.get(name)).or(() -> additional);
    }

    /** As {@link #property}, and anything for a property that the schema does not know. */
    public Schema propertyOrAnything(String name) {
        return property(name).orElse(ANYTHING);
    }

    /** Whether the property is a field of a structure and not an entry of a map. */
    public boolean isField(String name) {
        return properties.containsKey(name);
    }

    /** What the schema says of a list's elements. */
    public Optional<Schema> items() {
        return items;
    }

    /** The names of the properties that must be there. */
    public List<String> required() {
        return required;
    }

    /** The pattern that a text must have somewhere. */
    public Optional<Pattern> pattern() {
        return pattern;
    }

    /** The fields that identify an element of a list of type map. */
    public List<String> listMapKeys() {
        return listMapKeys;
    }

    /** How a list is merged: {@code atomic}, {@code set} or {@code map}. */
    public String listType() {
        return source.path("x-kubernetes-list-type").asText("atomic");
    }

    /** Whether an object is replaced as a whole by server-side apply. */
    public boolean isAtomicMap() {
        return "atomic".equals(source.path("x-kubernetes-map-type").asText());
    }

    /** Whether properties that the schema does not know are kept. */
    public boolean preservesUnknown() {
        return source.path("x-kubernetes-preserve-unknown-fields").asBoolean()
                || source.path("additionalProperties").asBoolean();
    }

    /** Whether both numbers and texts are welcome. */
    public boolean isIntOrString() {
        return source.path("x-kubernetes-int-or-string").asBoolean();
    }

    /** Whether the value is an object of the API itself, with kind, version and metadata. */
    public boolean isEmbeddedResource() {
        return source.path("x-kubernetes-embedded-resource").asBoolean();
    }

    /** Whether null is welcome. */
    public boolean isNullable() {
        return source.path("nullable").asBoolean();
    }

    /** Whether anything is said of the object at all. */
    public boolean isOpen() {
        return properties.isEmpty() && additional.isEmpty() && type().isEmpty();
    }

    List<Schema> allOf() {
        return allOf;
    }

    List<Schema> anyOf() {
        return anyOf;
    }

    List<Schema> oneOf() {
        return oneOf;
    }

    Optional<Schema> not() {
        return not;
    }

    /** Shows this schema and all within it to {@code visitor}. */
    public void visit(Consumer<Schema> visitor) {
        visitor.accept(this);
        properties.values().forEach(each -> each.visit(visitor));
        additional.ifPresent(each -> each.visit(visitor));
        items.ifPresent(each -> each.visit(visitor));
    }

    private static List<Schema> parseAll(JsonNode list) {
        List<Schema> all = new ArrayList<>();
        list.forEach(each -> all.add(parse(each)));
        return all;
    }

    private static List<String> texts(JsonNode list) {
        List<String> all = new ArrayList<>();
        list.forEach(each -> all.add(each.asText()));
        return all;
    }
}
