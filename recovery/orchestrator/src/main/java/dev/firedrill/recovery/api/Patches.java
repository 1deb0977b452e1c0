package dev.firedrill.recovery.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.engine.Refused;
import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;

/** Merge patches (RFC 7396) and JSON patches (RFC 6902). */
final class Patches {
    private Patches() {}

    static ObjectNode merge(ObjectNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            throw new Refused(Refused.Kind.BAD_REQUEST, "a merge patch is a JSON object");
        }
        ObjectNode merged = target.deepCopy();
        changes.properties().forEach(change -> {
            JsonNode value = change.getValue();
            if (value.isNull()) {
                merged.remove(change.getKey());
            } else if (value.isObject()) {
                ObjectNode base = merged.get(change.getKey()) instanceof ObjectNode present
                        ? present
                        : JsonNodeFactory.instance.objectNode();
                merged.set(change.getKey(), merge(base, value));
            } else {
                merged.set(change.getKey(), value);
            }
        });
        return merged;
    }

    static ObjectNode operations(ObjectNode target, JsonNode patch) {
        try {
            if (JsonPatch.apply(patch, target) instanceof ObjectNode patched) {
                return patched;
            }
        } catch (JsonPatchException e) {
            throw new Refused(Refused.Kind.INVALID, "the JSON patch cannot be applied to the object as it is", e);
        }
        throw new Refused(Refused.Kind.INVALID, "the JSON patch leaves no object");
    }
}
