package dev.firedrill.environments.kubernetes.inprocess.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code x-kubernetes-validations} of a schema: rules over a value and over the one that it replaces. */
public final class ValidationRules {
    private static final String KEYWORD = "x-kubernetes-validations";

    private final Schema schema;
    private final Map<String, CelRule> rules;

    private ValidationRules(Schema schema, Map<String, CelRule> rules) {
        this.schema = schema;
        this.rules = rules;
    }

    /** The rules of a schema that {@link #check(Schema, String)} has found readable. */
    public static ValidationRules of(Schema schema) {
        Map<String, CelRule> rules = new HashMap<>();
        schema.visit(each -> each.keyword(KEYWORD).forEach(rule -> {
            try {
                String text = rule.path("rule").asText();
                rules.put(text, CelRule.read(text));
            } catch (CelRule.Unreadable unreadable) {
                throw new IllegalArgumentException(unreadable);
            }
        }));
        return new ValidationRules(schema, rules);
    }

    /** What is wrong with the rules of a schema that is about to be defined; {@code path} says where it stands. */
    public static List<FieldError> check(Schema schema, String path) {
        List<FieldError> errors = new ArrayList<>();
        schema.visit(each -> each.keyword(KEYWORD).forEach(rule -> {
            String text = rule.path("rule").asText();
            try {
                CelRule.read(text);
            } catch (CelRule.Unreadable unreadable) {
                errors.add(FieldError.invalid(
                        path + "." + KEYWORD + ".rule", text, "compilation failed: " + unreadable.getMessage()));
            }
        }));
        return errors;
    }

    /** What is wrong with {@code fresh}, which replaces {@code old}. */
    public List<FieldError> check(JsonNode fresh, Optional<? extends JsonNode> old) {
        List<FieldError> errors = new ArrayList<>();
        if (!rules.isEmpty()) {
            judge(fresh, old.map(JsonNode.class::cast), schema, "", errors);
        }
        return errors;
    }

    private void judge(JsonNode fresh, Optional<JsonNode> old, Schema at, String path, List<FieldError> errors) {
        at.keyword(KEYWORD).forEach(rule -> judge(fresh, old, rule, path, errors));
        if (fresh.isObject()) {
            fresh.properties()
                    .forEach(each -> at.property(each.getKey())
                            .ifPresent(known -> judge(
                                    each.getValue(),
                                    old.map(before -> before.path(each.getKey()))
                                            .filter(before -> !before.isMissingNode()),
                                    known,
                                    path.isEmpty() ? each.getKey() : path + "." + each.getKey(),
                                    errors)));
        } else if (fresh.isArray() && at.items().isPresent()) {
            for (int i = 0; i < fresh.size(); i++) {
                JsonNode element = fresh.get(i);
                Optional<JsonNode> before = old.flatMap(list -> counterpart(element, list, at));
                judge(element, before, at.items().get(), path + "[" + i + "]", errors);
            }
        }
    }

    private void judge(JsonNode fresh, Optional<JsonNode> old, JsonNode rule, String path, List<FieldError> errors) {
        String text = rule.path("rule").asText();
        String message = rule.path("message").asText("failed rule: " + text.strip());
        // The API names the type of a broken object and not its content.
        JsonNode shown = fresh.isContainerNode()
                ? JsonNodeFactory.instance.textNode(fresh.isObject() ? "object" : "array")
                : fresh;
        switch (rules.get(text).judge(fresh, old)) {
            case BROKEN ->
                errors.add(new FieldError(
                        rule.path("reason").asText("FieldValueInvalid"),
                        path,
                        FieldError.invalid(path, shown, message).message()));
            case UNDECIDABLE ->
                errors.add(FieldError.invalid(path, shown, "the rule could not be evaluated on this value: " + text));
            case HOLDS -> {}
        }
    }

    /** The element of the old list that an element replaces; elements of other lists cannot be told apart. */
    private static Optional<JsonNode> counterpart(JsonNode element, JsonNode oldList, Schema list) {
        if (!"map".equals(list.listType())) {
            return Optional.empty();
        }
        JsonNode key = ListKeys.identity(element, list);
        for (JsonNode candidate : oldList) {
            if (ListKeys.identity(candidate, list).equals(key)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
