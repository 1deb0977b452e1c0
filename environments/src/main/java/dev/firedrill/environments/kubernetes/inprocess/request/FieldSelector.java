package dev.firedrill.environments.kubernetes.inprocess.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.kind.ResourceKind;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A field selector: a few fields of each kind can be asked for, name and namespace in all of them. */
public final class FieldSelector implements Predicate<ObjectNode> {
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "secrets", Set.of("type"),
            "namespaces", Set.of("status.phase"),
            "events",
                    Set.of(
                            "involvedObject.kind",
                            "involvedObject.namespace",
                            "involvedObject.name",
                            "involvedObject.uid",
                            "involvedObject.apiVersion",
                            "involvedObject.resourceVersion",
                            "involvedObject.fieldPath",
                            "reason",
                            "reportingComponent",
                            "source",
                            "type"));

    private final List<Predicate<ObjectNode>> requirements = new ArrayList<>();

    private FieldSelector() {}

    public static FieldSelector parse(String text, ResourceKind kind) {
        FieldSelector selector = new FieldSelector();
        for (String part : text.isBlank() ? new String[0] : text.split(",")) {
            selector.requirements.add(requirement(part.strip(), kind));
        }
        return selector;
    }

    @Override
    public boolean test(ObjectNode object) {
        return requirements.stream().allMatch(each -> each.test(object));
    }

    public boolean isEmpty() {
        return requirements.isEmpty();
    }

    private static Predicate<ObjectNode> requirement(String part, ResourceKind kind) {
        int at = part.indexOf('=');
        if (at <= 0) {
            throw StatusError.badRequest("invalid selector: '" + part + "'; can't understand '" + part + "'");
        }
        boolean negated = part.charAt(at - 1) == '!';
        String field = part.substring(0, negated ? at - 1 : at).strip();
        String value =
                part.substring(part.startsWith("==", at) ? at + 2 : at + 1).strip();
        boolean known = "metadata.name".equals(field)
                || ("metadata.namespace".equals(field))
                || KNOWN.getOrDefault(kind.resource(), Set.of()).contains(field);
        if (!known) {
            throw StatusError.badRequest("field label not supported: " + field);
        }
        String pointer = "/" + field.replace('.', '/');
        return object -> object.at(pointer).asText("").equals(value) != negated;
    }
}
