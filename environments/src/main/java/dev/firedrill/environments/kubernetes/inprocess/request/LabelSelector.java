package dev.firedrill.environments.kubernetes.inprocess.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.kind.Names;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A label selector: requirements with commas between them, of which all must hold. */
public final class LabelSelector implements Predicate<ObjectNode> {
    private static final Pattern MEMBERSHIP = Pattern.compile("\\s*(\\S+)\\s+(in|notin)\\s*\\(([^()]*)\\)\\s*");
    private static final Pattern COMPARISON = Pattern.compile("\\s*([^=!<>\\s]+)\\s*(==|=|!=|>|<)\\s*([^=!\\s]*)\\s*");
    private static final Pattern EXISTENCE = Pattern.compile("\\s*(!?)\\s*([^=!\\s()]+)\\s*");
    // A comma within parentheses separates values and not requirements.
    private static final Pattern BETWEEN = Pattern.compile(",(?![^(]*\\))");

    private final List<Predicate<JsonNode>> requirements = new ArrayList<>();

    private LabelSelector() {}

    public static LabelSelector parse(String text) {
        LabelSelector selector = new LabelSelector();
        if (!text.isBlank()) {
            for (String part : BETWEEN.split(text, -1)) {
                selector.requirements.add(requirement(part, text));
            }
        }
        return selector;
    }

    @Override
    public boolean test(ObjectNode object) {
        JsonNode labels = object.path("metadata").path("labels");
        return requirements.stream().allMatch(each -> each.test(labels));
    }

    public boolean isEmpty() {
        return requirements.isEmpty();
    }

    private static Predicate<JsonNode> requirement(String part, String whole) {
        Matcher membership = MEMBERSHIP.matcher(part);
        if (membership.matches()) {
            String key = key(membership.group(1), whole);
            Set<String> values = Arrays.stream(membership.group(3).split(","))
                    .map(String::strip)
                    .collect(Collectors.toSet());
            return "in".equals(membership.group(2))
                    ? labels ->
                            labels.has(key) && values.contains(labels.path(key).asText())
                    : labels -> !labels.has(key)
                            || !values.contains(labels.path(key).asText());
        }
        Matcher comparison = COMPARISON.matcher(part);
        if (comparison.matches()) {
            return comparison(key(comparison.group(1), whole), comparison.group(2), comparison.group(3), whole);
        }
        Matcher existence = EXISTENCE.matcher(part);
        if (existence.matches()) {
            String key = key(existence.group(2), whole);
            boolean absent = !existence.group(1).isEmpty();
            return labels -> labels.has(key) != absent;
        }
        throw unparsable(whole, "found '" + part.strip() + "'");
    }

    private static Predicate<JsonNode> comparison(String key, String operator, String value, String whole) {
        if (!Names.checkLabelValue("values", value).isEmpty()) {
            throw unparsable(whole, "invalid label value: \"" + value + "\"");
        }
        return switch (operator) {
            case "!=" ->
                labels -> !labels.has(key) || !labels.path(key).asText().equals(value);
            case ">" -> labels -> labels.has(key) && number(labels.path(key).asText()) > number(value);
            case "<" -> labels -> labels.has(key) && number(labels.path(key).asText()) < number(value);
            default -> labels -> labels.has(key) && labels.path(key).asText().equals(value);
        };
    }

    private static double number(String text) {
        // Not a number compares as false, as the API has it for values that are none.
        return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : Double.NaN;
    }

    private static String key(String key, String whole) {
        if (!Names.checkQualified("key", key).isEmpty()) {
            throw unparsable(whole, "invalid label key \"" + key + "\"");
        }
        return key;
    }

    private static StatusError unparsable(String whole, String why) {
        return StatusError.badRequest("unable to parse requirement: " + why + " in \"" + whole + "\"");
    }
}
