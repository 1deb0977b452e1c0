package dev.firedrill.recovery.api;

import dev.firedrill.recovery.engine.Refused;
import dev.firedrill.recovery.model.CachedRevision;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Label and field selectors of lists. */
final class Selectors {
    private static final Pattern SET = Pattern.compile("\\s*(\\S+)\\s+(in|notin)\\s*\\(([^()]*)\\)\\s*");
    private static final Pattern EQUALITY = Pattern.compile("\\s*([^\\s=!]+)\\s*(!=|==|=)\\s*([^\\s=!]*)\\s*");
    private static final Pattern EXISTENCE = Pattern.compile("\\s*(!?)\\s*([^\\s=!()]+)\\s*");
    private static final Pattern COMMA_OUTSIDE_PARENTHESES = Pattern.compile(",(?![^(]*\\))");
    private static final Set<String> FIELDS = Set.of(
            "metadata.name",
            "metadata.namespace",
            "spec.repository",
            "spec.packageName",
            "spec.lifecycle",
            "spec.workspaceName",
            "spec.revision");

    private Selectors() {}

    static Predicate<CachedRevision> labels(String selector) {
        Predicate<Map<String, String>> all = labels -> true;
        if (!selector.isBlank()) {
            for (String part : COMMA_OUTSIDE_PARENTHESES.split(selector, -1)) {
                all = all.and(label(part));
            }
        }
        Predicate<Map<String, String>> matching = all;
        return row -> matching.test(RevisionJson.labels(row));
    }

    static Predicate<CachedRevision> fields(String selector) {
        Predicate<CachedRevision> all = row -> true;
        if (!selector.isBlank()) {
            for (String part : selector.split(",", -1)) {
                all = all.and(field(part));
            }
        }
        return all;
    }

    private static Predicate<Map<String, String>> label(String part) {
        Matcher set = SET.matcher(part);
        if (set.matches()) {
            String key = set.group(1);
            List<String> values = Arrays.stream(set.group(3).split(",", -1))
                    .map(String::strip)
                    .toList();
            boolean in = set.group(2).equals("in");
            return labels -> (labels.containsKey(key) && values.contains(labels.get(key))) == in;
        }
        Matcher equality = EQUALITY.matcher(part);
        if (equality.matches()) {
            String key = equality.group(1);
            String value = equality.group(3);
            boolean equal = !equality.group(2).equals("!=");
            return labels -> value.equals(labels.get(key)) == equal;
        }
        Matcher existence = EXISTENCE.matcher(part);
        if (existence.matches()) {
            boolean there = existence.group(1).isEmpty();
            return labels -> labels.containsKey(existence.group(2)) == there;
        }
        throw new Refused(Refused.Kind.BAD_REQUEST, "labelSelector cannot be understood");
    }

    private static Predicate<CachedRevision> field(String part) {
        Matcher equality = EQUALITY.matcher(part);
        if (!equality.matches() || !FIELDS.contains(equality.group(1))) {
            throw new Refused(
                    Refused.Kind.BAD_REQUEST,
                    "fieldSelector cannot be understood; fields are "
                            + String.join(", ", FIELDS.stream().sorted().toList()));
        }
        String field = equality.group(1);
        boolean equal = !equality.group(2).equals("!=");
        return row -> value(row, field).equals(equality.group(3)) == equal;
    }

    private static String value(CachedRevision row, String field) {
        return switch (field) {
            case "metadata.name" -> row.name().objectName();
            case "metadata.namespace" -> row.name().namespace();
            case "spec.repository" -> row.name().repository();
            case "spec.packageName" -> row.name().packageName().path();
            case "spec.lifecycle" -> row.lifecycle().text();
            case "spec.workspaceName" -> row.name().workspace();
            default -> Integer.toString(row.revision());
        };
    }
}
