package dev.firedrill.environments.controlplane.inprocess.patch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.environments.controlplane.inprocess.status.StatusError;
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
        patch.forEach(JsonPatches::checkForm);
        try {
            return JsonPatch.apply(patch, target);
        } catch (IllegalArgumentException malformed) {
            throw StatusError.badRequest("error decoding patch: " + malformed.getMessage());
        } catch (JsonPatchException refused) {
            throw StatusError.unprocessable(
                    "the server rejected our request due to an error in our request: " + refused.getMessage());
        }
    }

    private static void checkForm(JsonNode operation) {
        boolean known = OPERATIONS.contains(operation.path("op").asText());
        if (!known || !operation.path("path").isTextual()) {
            throw StatusError.badRequest("error decoding patch: not an operation: " + operation);
        }
    }
}
