package dev.firedrill.recovery.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Declarations that this recovery does not act on. They are named, or users would take them for done. */
public final class NotActedOn {
    private static final Set<String> SPEC = Set.of(
            "upstream", "downstream", "adoptionPolicy", "deletionPolicy", "labels", "annotations", "packageContext");
    private static final Map<String, Set<String>> MEMBERS = Map.of(
            "upstream", Set.of("repo", "package", "workspaceName"),
            "downstream", Set.of("repo", "package"),
            "packageContext", Set.of("data"));
    private static final Map<String, Set<String>> VALUES = Map.of(
            "adoptionPolicy", Set.of("adoptNone", "adoptExisting"), "deletionPolicy", Set.of("delete", "orphan"));

    private NotActedOn() {}

    /** The fields of a PackageVariant that are set and not acted on, such as {@code spec.pipeline}, sorted. */
    public static List<String> fields(Variant variant) {
        JsonNode spec = Json.objectIn(variant.json()).orElseGet(Json::object).path("spec");
        Set<String> found = new TreeSet<>();
        spec.properties().forEach(field -> {
            if (isNothing(field.getValue())) {
                return;
            }
            String name = "spec." + field.getKey();
            if (!SPEC.contains(field.getKey())) {
                found.add(name);
            } else if (VALUES.containsKey(field.getKey())) {
                String value = field.getValue().asText();
                if (!VALUES.get(field.getKey()).contains(value)) {
                    found.add(name + " '" + value.replaceAll("\\p{Cntrl}", "?") + "'");
                }
            } else {
                members(name, field.getValue(), MEMBERS.get(field.getKey()), found);
            }
        });
        return new ArrayList<>(found);
    }

    private static void members(String name, JsonNode value, @Nullable Set<String> known, Set<String> found) {
        if (known == null) {
            if (!value.isObject()) {
                found.add(name);
            }
            return;
        }
        value.properties().forEach(member -> {
            if (!known.contains(member.getKey()) && !isNothing(member.getValue())) {
                found.add(name + "." + member.getKey());
            }
        });
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull()
                || value.isContainerNode() && value.isEmpty()
                || value.isTextual() && value.asText().isEmpty();
    }

    /** One sentence about a PackageVariant of which not everything is acted on. */
    public static Optional<String> sentence(Variant variant) {
        List<String> fields = fields(variant);
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of("this recovery does not act on " + String.join(", ", fields) + " of PackageVariant '"
                        + variant.name() + "'; Porch's own controller does");
    }

    /** One sentence about a PackageVariantSet. */
    public static String set(String name) {
        return "this recovery does not act on PackageVariantSet '" + name
                + "': it follows the PackageVariants that are there and makes none for a set; Porch's own controller does";
    }
}
