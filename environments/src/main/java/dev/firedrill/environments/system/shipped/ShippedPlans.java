package dev.firedrill.environments.system.shipped;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.environments.role.system.Plans;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What {@code plan --json} prints. */
final class ShippedPlans implements Plans {
    /** Nothing stands in the way, or something waits for a person. */
    private static final Set<Integer> PLANNED = Set.of(0, 1);

    private final OperatorCommands commands;

    ShippedPlans(OperatorCommands commands) {
        this.commands = commands;
    }

    @Override
    public RecoveryPlan plan() {
        JsonNode plan = commands.json(PLANNED, "plan", "--json");
        return new RecoveryPlan(
                all(plan.path("notices"))
                        .map(notice -> new Notice(text(notice, "kind"), text(notice, "repository")))
                        .toList(),
                all(plan.path("actions"))
                        .map(action -> new PlannedAction(text(action, "repository"), text(action, "text")))
                        .toList(),
                all(plan.path("losses")).map(loss -> text(loss, "object")).toList());
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String text(JsonNode object, String field) {
        return object.path(field).asText();
    }
}
