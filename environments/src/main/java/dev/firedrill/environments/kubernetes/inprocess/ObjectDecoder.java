package dev.firedrill.environments.kubernetes.inprocess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.kind.BuiltInKinds;
import dev.firedrill.environments.kubernetes.inprocess.kind.Metadata;
import dev.firedrill.environments.kubernetes.inprocess.kind.ResourceKind;
import dev.firedrill.environments.kubernetes.inprocess.request.ApiRequest;
import dev.firedrill.environments.kubernetes.inprocess.schema.Defaulter;
import dev.firedrill.environments.kubernetes.inprocess.schema.Pruner;
import dev.firedrill.environments.kubernetes.inprocess.schema.SchemaValidator;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import java.util.List;
import java.util.stream.Collectors;

/** Takes in what a client sends as an object: checks that it is one of the kind, and drops what the kind does not know. */
final class ObjectDecoder {
    private final ResourceKind kind;
    private final boolean strict;

    ObjectDecoder(ApiRequest call) {
        this.kind = call.kind();
        this.strict = "Strict".equals(call.query().text("fieldValidation"));
    }

    /** An object that is to be written as it is: what is missing and has a default gets it. */
    ObjectNode whole(JsonNode sent) {
        ObjectNode object = object(sent);
        List<String> dropped = Pruner.prune(object, kind.schema());
        if (strict && !dropped.isEmpty()) {
            throw StatusError.badRequest("strict decoding error: "
                    + dropped.stream()
                            .map(each -> "unknown field \"" + each.substring(1) + '"')
                            .collect(Collectors.joining(", ")));
        }
        checkReadable(object);
        Defaulter.fill(object, kind.schema());
        kind.rules().complete(object);
        dropEmpty(object);
        return object;
    }

    /** The body of an apply: fields that it leaves out stay absent, without defaults. */
    ObjectNode configuration(JsonNode sent) {
        if (!sent.has("apiVersion")) {
            throw StatusError.badRequest(
                    "Incorrect version specified in apply patch. Specified patch version: , expected: "
                            + kind.apiVersion());
        }
        ObjectNode object = object(sent);
        List<String> dropped = Pruner.prune(object, kind.schema());
        if (!kind.custom() && !dropped.isEmpty()) {
            throw StatusError.unforeseen(
                    "failed to create typed patch object: " + dropped.get(0) + ": field not declared in schema");
        }
        checkReadable(object);
        return object;
    }

    private ObjectNode object(JsonNode sent) {
        if (!(sent instanceof ObjectNode object)) {
            throw StatusError.badRequest("the object provided is unrecognized: it is no JSON object");
        }
        checkKind(object);
        dropNulls(kind.custom() ? object.path("metadata") : object);
        return object;
    }

    private void checkKind(ObjectNode object) {
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
            refuseKind(object, name);
        }
        object.put("apiVersion", kind.apiVersion());
        object.put("kind", kind.names().kind());
    }

    private void refuseKind(ObjectNode object, String name) {
        if (kind.custom()) {
            throw StatusError.invalid(
                    kind.subject(Metadata.text(object, "name")),
                    List.of(FieldError.invalid(
                            "kind", name, "must be " + kind.names().kind())));
        }
        throw unreadable(name, "kinds do not match");
    }

    /** What a built-in kind cannot hold cannot even be read; with a custom one that holds for the metadata only. */
    private void checkReadable(ObjectNode object) {
        List<FieldError> errors = List.of();
        if (!kind.custom()) {
            errors = SchemaValidator.validate(object, kind.schema(), "");
        } else if (object.has("metadata")) {
            errors = SchemaValidator.validate(object.path("metadata"), BuiltInKinds.METADATA, "metadata");
        }
        if (!errors.isEmpty()) {
            throw unreadable(kind.names().kind(), errors.get(0).toString());
        }
    }

    private StatusError unreadable(String name, String why) {
        return StatusError.badRequest(name + " in version \"" + kind.version() + "\" cannot be handled as a "
                + kind.names().kind() + ": " + why);
    }

    /** In the built-in parts an empty map is no map, but an empty list of managed fields asks to begin them anew. */
    private void dropEmpty(ObjectNode object) {
        if (object.path("metadata") instanceof ObjectNode metadata) {
            metadata.properties()
                    .removeIf(each -> isEmptyContainer(each.getValue()) && !"managedFields".equals(each.getKey()));
        }
        if (kind.isCore()) {
            object.removeIf(ObjectDecoder::isEmptyContainer);
        }
    }

    private static boolean isEmptyContainer(JsonNode node) {
        return node.isContainerNode() && node.isEmpty();
    }

    /** In the built-in parts null is another way to say nothing. */
    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeIf(JsonNode::isNull);
        }
        node.forEach(ObjectDecoder::dropNulls);
    }
}
