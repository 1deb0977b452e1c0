package dev.firedrill.recovery.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RepositoryStatus;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.model.VariantStatus;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Composes the status objects; empty when the present one says the same. */
final class StatusWriter {
    private static final String CONDITIONS = "conditions";
    private static final String STATUS = "status";

    private final Clock clock;

    StatusWriter(Clock clock) {
        this.clock = clock;
    }

    Optional<ObjectNode> of(Repository repository, RepositoryStatus wanted) {
        JsonNode before = status(repository.json());
        ObjectNode status = Json.object();
        boolean first = wanted.ready() && !before.hasNonNull("lastFullSyncTime");
        if (wanted.freshen() || first) {
            status.put("lastFullSyncTime", now());
        } else {
            copy(before, status, "lastFullSyncTime");
        }
        status.put("observedGeneration", repository.generation());
        status.put("packageCount", wanted.packageCount());
        wanted.gitCommitHash()
                .ifPresentOrElse(
                        hash -> status.put("gitCommitHash", hash), () -> copy(before, status, "gitCommitHash"));
        if (wanted.ready() && repository.runOnceAt().isPresent()) {
            status.put("observedRunOnceAt", repository.runOnceAt().get());
        } else {
            copy(before, status, "observedRunOnceAt");
        }
        copy(before, status, "nextFullSyncTime");
        status.putArray(CONDITIONS)
                .add(condition(
                        before, "Ready", wanted.ready(), wanted.reason(), wanted.message(), repository.generation()));
        return changed(before, status);
    }

    Optional<ObjectNode> ofInvalid(JsonNode repository, String message) {
        JsonNode before = repository.path(STATUS);
        long generation = repository.path("metadata").path("generation").asLong();
        ObjectNode status = Json.object();
        for (String member : new String[] {
            "lastFullSyncTime", "packageCount", "gitCommitHash", "observedRunOnceAt", "nextFullSyncTime"
        }) {
            copy(before, status, member);
        }
        status.put("observedGeneration", generation);
        status.putArray(CONDITIONS).add(condition(before, "Ready", false, "Error", message, generation));
        return changed(before, status);
    }

    Optional<ObjectNode> of(Variant variant, VariantStatus wanted) {
        JsonNode before = status(variant.json());
        ObjectNode status = Json.object();
        ArrayNode conditions = status.putArray(CONDITIONS);
        String stalledReason = wanted.stalled() ? wanted.reason() : "Valid";
        String stalledMessage = wanted.stalled() ? wanted.message() : "all validation checks passed";
        conditions.add(
                condition(before, "Stalled", wanted.stalled(), stalledReason, stalledMessage, variant.generation()));
        conditions.add(
                condition(before, "Ready", wanted.ready(), wanted.reason(), wanted.message(), variant.generation()));
        ArrayNode targets = status.putArray("downstreamTargets");
        wanted.downstreamTargets().forEach(name -> targets.addObject().put("name", name));
        return changed(before, status);
    }

    private static JsonNode status(String json) {
        return Json.objectIn(json).orElseGet(Json::object).path(STATUS);
    }

    private ObjectNode condition(
            JsonNode before, String type, boolean holds, String reason, String message, long generation) {
        ObjectNode condition = Json.object();
        condition.put("type", type);
        condition.put(STATUS, holds ? "True" : "False");
        condition.put("reason", reason);
        condition.put("message", message);
        condition.put("observedGeneration", generation);
        condition.put("lastTransitionTime", now());
        for (JsonNode old : before.path(CONDITIONS)) {
            boolean same = old.path("type").asText().equals(type)
                    && old.path(STATUS).asText().equals(condition.path(STATUS).asText());
            if (same) {
                copy(old, condition, "lastTransitionTime");
            }
        }
        return condition;
    }

    /** Compares member by member: what others wrote into the status is not ours to compare. */
    private static Optional<ObjectNode> changed(JsonNode before, ObjectNode status) {
        for (Map.Entry<String, JsonNode> field : status.properties()) {
            boolean equal = field.getKey().equals(CONDITIONS)
                    ? sameConditions(before.path(CONDITIONS), field.getValue())
                    : same(before.path(field.getKey()), field.getValue());
            if (!equal) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    private static boolean sameConditions(JsonNode before, JsonNode wanted) {
        for (JsonNode condition : wanted) {
            boolean found = false;
            for (JsonNode old : before) {
                found |= same(old, condition);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(JsonNode before, JsonNode wanted) {
        if (before.isNumber() && wanted.isNumber()) {
            return before.asLong() == wanted.asLong();
        }
        // An API server leaves empty lists and zeros out.
        boolean nothing = wanted.isContainerNode() && wanted.isEmpty() || wanted.isNumber() && wanted.asLong() == 0;
        if (before.isMissingNode() && nothing) {
            return true;
        }
        if (wanted.isObject()) {
            return wanted.properties().stream().allMatch(field -> same(before.path(field.getKey()), field.getValue()));
        }
        if (wanted.isArray()) {
            return before.size() == wanted.size() && sameConditions(before, wanted);
        }
        return before.equals(wanted);
    }

    private static void copy(JsonNode from, ObjectNode to, String member) {
        if (from.hasNonNull(member)) {
            to.set(member, from.get(member));
        }
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
