package dev.firedrill.environments.kubernetes.inprocess.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;
import java.util.Set;

/** JSON patch, RFC 6902, with the answers that a server gives to one that cannot be carried out. */
public final class JsonPatches {
    private static final Set<String> OPERATIONS = Set.of("add", "remove", "replace", "move", "copy", "test");
    private static final int MOST_OPERATIONS = 10_000;

    private JsonPatches() {}

    /** What {@code patch} makes of {@code target}. */
    public static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!patch.isArray()) {
            throw StatusError.badRequest("error decoding patch: a JSON patch is a list of operations");
        }
        if (patch.size() > MOST_OPERATIONS) {
            throw StatusError.tooLarge(MOST_OPERATIONS);
        }
        JsonNode patched = target;
        for (JsonNode operation : patch) {
            patched = step(patched, operation);
        }
        return patched;
    }

    private static JsonNode step(JsonNode target, JsonNode operation) {
        String name = operation.path("op").asText();
        String path = operation.path("path").asText("");
        if (!OPERATIONS.contains(name) || !(path.isEmpty() || path.startsWith("/"))) {
            throw StatusError.unprocessable();
        }
        // The library lets the removal of what is not there pass; a server does not.
        if ("remove".equals(name) && target.at(path).isMissingNode()) {
            throw StatusError.unprocessable();
        }
        try {
            return JsonPatch.apply(JsonNodeFactory.instance.arrayNode().add(operation), target);
        } catch (IllegalArgumentException | JsonPatchException refused) {
            throw StatusError.unprocessable();
        }
    }
}
