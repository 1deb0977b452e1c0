package dev.firedrill.recovery.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.RevisionName;
import java.util.List;

/** The {@code spec} column: the package revision's spec as it was created, in Porch's JSON. */
final class Specs {
    private Specs() {}

    static String print(RevisionName name, String task, List<String> readinessGates) {
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        spec.put("packageName", name.packageName().path())
                .put("repository", name.repository())
                .put("workspaceName", name.workspace())
                .put("lifecycle", Lifecycle.DRAFT.text());
        Tasks.tree(task).ifPresent(json -> spec.putArray("tasks").add(json));
        putGates(spec, readinessGates);
        return spec.toString();
    }

    static String withReadinessGates(String spec, List<String> readinessGates) {
        JsonNode tree = Tasks.tree(spec).orElseGet(JsonNodeFactory.instance::objectNode);
        ObjectNode changed =
                tree instanceof ObjectNode mapping ? mapping.deepCopy() : JsonNodeFactory.instance.objectNode();
        changed.remove("readinessGates");
        putGates(changed, readinessGates);
        return changed.toString();
    }

    private static void putGates(ObjectNode spec, List<String> readinessGates) {
        if (!readinessGates.isEmpty()) {
            var gates = spec.putArray("readinessGates");
            readinessGates.forEach(gate -> gates.addObject().put("conditionType", gate));
        }
    }
}
