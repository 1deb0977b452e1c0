package dev.firedrill.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.ResultFile;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets out of everything that is written: registered secrets by value, also when they are URL-encoded, escaped
 * or in Base64, alone or inside something longer; and unregistered ones by the key that they stand under. Safe for use
 * by several threads.
 */
public final class Redactor {
    /** What stands where a secret stood. */
    public static final String MASK = "[redacted]";

    /** A shorter secret is not looked for by value: it would be found inside ordinary words and numbers. */
    private static final int SHORTEST = 4;

    private static final Pattern SECRET_KEY = Pattern.compile(
            "(?i).*(password|passwd|passphrase|secret|token|api[-_]?key|credential|authorization|private[-_]?key"
                    + "|client[-_]key[-_]data|kubeconfig).*");

    /** Keys of a result whose values can only be words, times or durations: masking one would break the file. */
    private static final Set<String> TYPED =
            Set.of("verdict", "status", "class", "startedAt", "finishedAt", "at", "duration", "rpo", "rto");

    private volatile List<String> disguises = List.of();

    /** A redactor that knows {@code secrets} from the start. */
    public static Redactor of(String... secrets) {
        Redactor redactor = new Redactor();
        Stream.of(secrets).forEach(redactor::register);
        return redactor;
    }

    /** From now on {@code secret} is masked in every form; each line of a secret of several lines on its own too. */
    public synchronized void register(String secret) {
        Stream<String> parts =
                secret.contains("\n") ? Stream.concat(Stream.of(secret), secret.lines()) : Stream.of(secret);
        Stream<String> more = parts.map(String::strip)
                .filter(part -> part.length() >= SHORTEST)
                .flatMap(part -> Disguises.of(part).stream());
        // The longest goes first, so that no part of a secret stays behind when a shorter one lies inside it.
        disguises = Stream.concat(disguises.stream(), more)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** {@code text} without secrets. */
    public String redact(String text) {
        String clean = text;
        for (String disguise : disguises) {
            clean = clean.replace(disguise, MASK);
        }
        return SecretShapes.mask(clean);
    }

    /** {@code result} without secrets. */
    public DrillResult redact(DrillResult result) {
        return ResultFile.parse(redact(ResultFile.tree(result), TYPED, false), "the redacted result");
    }

    /** {@code tree} without secrets, in keys and values; the order of keys stays. */
    public JsonNode redact(JsonNode tree) {
        return redact(tree, Set.of(), false);
    }

    private JsonNode redact(JsonNode node, Set<String> typed, boolean secret) {
        if (node instanceof ObjectNode object) {
            ObjectNode clean = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(entry -> clean.set(redact(entry.getKey()), redact(entry, typed, secret)));
            return clean;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode clean = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> clean.add(redact(element, typed, secret)));
            return clean;
        }
        if (secret && !node.isNull()) {
            return JsonNodeFactory.instance.textNode(MASK);
        }
        return node.isTextual() ? JsonNodeFactory.instance.textNode(redact(node.asText())) : node;
    }

    private JsonNode redact(Map.Entry<String, JsonNode> entry, Set<String> typed, boolean secret) {
        if (typed.contains(entry.getKey())) {
            return entry.getValue();
        }
        boolean named = SECRET_KEY.matcher(entry.getKey()).matches();
        return redact(entry.getValue(), typed, secret || named);
    }
}
