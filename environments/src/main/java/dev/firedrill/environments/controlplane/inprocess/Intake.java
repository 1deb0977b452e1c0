package dev.firedrill.environments.controlplane.inprocess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.controlplane.inprocess.kind.BuiltInKinds;
import dev.firedrill.environments.controlplane.inprocess.kind.ResourceKind;
import dev.firedrill.environments.controlplane.inprocess.schema.Defaulter;
import dev.firedrill.environments.controlplane.inprocess.schema.Pruner;
import dev.firedrill.environments.controlplane.inprocess.schema.SchemaValidator;
import dev.firedrill.environments.controlplane.inprocess.status.FieldError;
import dev.firedrill.environments.controlplane.inprocess.status.StatusError;
import java.util.List;

/** Takes in what a client sends as an object: checks that it is one of the kind, and drops what the kind does not know. */
final class Intake {
    private Intake() {}

    /** An object that is to be written as it is: what is missing and has a default gets it. */
    static ObjectNode whole(JsonNode sent, ResourceKind kind) {
        ObjectNode object = partial(sent, kind);
        Defaulter.fill(object, kind.schema());
        return object;
    }

    /** An object that is to be laid over another. */
    static ObjectNode partial(JsonNode sent, ResourceKind kind) {
        if (!(sent instanceof ObjectNode object)) {
            throw StatusError.badRequest("the object provided is unrecognized: it is no JSON object");
        }
        checkKind(object, kind);
        if (kind.custom()) {
            dropNulls(object.path("metadata"));
        } else {
            dropNulls(object);
        }
        Pruner.prune(object, kind.schema());
        // What a built-in kind cannot hold cannot even be read; a custom one says later what is wrong with it.
        List<FieldError> unreadable = kind.custom()
                ? SchemaValidator.validate(object.path("metadata"), BuiltInKinds.METADATA, "metadata")
                : SchemaValidator.validate(object, kind.schema(), "");
        if (!unreadable.isEmpty() && !(object.path("metadata").isMissingNode() && kind.custom())) {
            throw StatusError.badRequest(kind.names().kind() + " in version \"" + kind.version()
                    + "\" cannot be handled as a " + kind.names().kind() + ": " + unreadable.get(0));
        }
        return object;
    }

    private static void checkKind(ObjectNode object, ResourceKind kind) {
        String apiVersion = object.path("apiVersion").asText("");
        String name = object.path("kind").asText("");
        if (kind.custom() && (apiVersion.isEmpty() || name.isEmpty())) {
            throw StatusError.badRequest("Object '" + (name.isEmpty() ? "Kind" : "apiVersion") + "' is missing");
        }
        if (!apiVersion.isEmpty() && !apiVersion.equals(kind.apiVersion())) {
            throw StatusError.badRequest("the API version in the data (" + apiVersion
                    + ") does not match the expected API version (" + kind.apiVersion() + ")");
        }
        if (!name.isEmpty() && !name.equals(kind.names().kind())) {
            throw StatusError.badRequest(name + " in version \"" + kind.version() + "\" cannot be handled as a "
                    + kind.names().kind() + ": kinds do not match");
        }
        object.put("apiVersion", kind.apiVersion());
        object.put("kind", kind.names().kind());
    }

    /** In the built-in parts null is another way to say nothing. */
    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeIf(JsonNode::isNull);
        }
        node.forEach(Intake::dropNulls);
    }
}
