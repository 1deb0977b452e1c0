package dev.firedrill.recovery.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.engine.Change;
import dev.firedrill.recovery.engine.NewRevision;
import dev.firedrill.recovery.engine.Preconditions;
import dev.firedrill.recovery.engine.Refused;
import dev.firedrill.recovery.engine.Tasks;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.OwnerReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads wishes out of the JSON that clients send, trusting none of it. */
final class RevisionParser {
    private RevisionParser() {}

    static NewRevision creation(ObjectNode body, String namespace) {
        requireKind(body, "PackageRevision");
        JsonNode metadata = object(body, "metadata");
        JsonNode spec = object(body, "spec");
        requireNamespace(metadata, namespace);
        String lifecycle = text(spec, "lifecycle");
        if (!lifecycle.isEmpty() && !lifecycle.equals(Lifecycle.DRAFT.text())) {
            throw invalid("a package revision is created as a Draft; spec.lifecycle may not be another");
        }
        JsonNode tasks = spec.path("tasks");
        if (!tasks.isArray() || tasks.size() != 1) {
            throw invalid("spec.tasks needs exactly one task: init, clone, edit or upgrade");
        }
        NewRevision wish = new NewRevision(
                text(spec, "repository"),
                text(spec, "packageName"),
                text(spec, "workspaceName"),
                Tasks.parse(tasks.get(0)),
                texts(metadata, "labels"),
                texts(metadata, "annotations"),
                owners(metadata),
                list(metadata, "finalizers"),
                gates(spec).orElse(List.of()),
                Map.of());
        String name = text(metadata, "name");
        String computed = wish.repository() + "." + wish.packageName().replace('/', '.') + "." + wish.workspace();
        if (!name.isEmpty() && !name.equals(computed)) {
            throw invalid("metadata.name follows from repository, package and workspace; leave it away");
        }
        return wish;
    }

    static Change change(ObjectNode body, String objectName, String namespace) {
        requireKind(body, "PackageRevision");
        JsonNode metadata = object(body, "metadata");
        JsonNode spec = object(body, "spec");
        requireNamespace(metadata, namespace);
        requireName(metadata, objectName);
        JsonNode revision = spec.path("revision");
        if (!revision.isMissingNode() && !revision.isNull() && !revision.isInt()) {
            throw bad("spec.revision is not a whole number");
        }
        return new Change(
                optional(text(metadata, "resourceVersion")),
                optional(text(metadata, "uid")),
                new Change.Identity(
                        text(spec, "repository"),
                        text(spec, "packageName"),
                        text(spec, "workspaceName"),
                        revision.isInt() ? Optional.of(revision.intValue()) : Optional.empty()),
                texts(metadata, "labels"),
                texts(metadata, "annotations"),
                owners(metadata),
                list(metadata, "finalizers"),
                gates(spec),
                lifecycle(spec));
    }

    static Map<String, String> resources(ObjectNode body, String objectName, String namespace) {
        requireKind(body, "PackageRevisionResources");
        requireNamespace(object(body, "metadata"), namespace);
        requireName(object(body, "metadata"), objectName);
        return texts(object(body, "spec"), "resources");
    }

    static Optional<String> version(ObjectNode body) {
        return optional(text(object(body, "metadata"), "resourceVersion"));
    }

    static Preconditions preconditions(JsonNode options) {
        JsonNode preconditions = options.path("preconditions");
        return new Preconditions(
                optional(text(preconditions, "uid")), optional(text(preconditions, "resourceVersion")));
    }

    private static Lifecycle lifecycle(JsonNode spec) {
        try {
            return Lifecycle.of(text(spec, "lifecycle"));
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    Refused.Kind.INVALID, "spec.lifecycle is none of Draft, Proposed, Published, DeletionProposed", e);
        }
    }

    private static Optional<List<String>> gates(JsonNode spec) {
        JsonNode gates = spec.path("readinessGates");
        if (gates.isMissingNode() || gates.isNull()) {
            return Optional.empty();
        }
        List<String> types = new ArrayList<>();
        for (JsonNode gate : gates) {
            types.add(text(gate, "conditionType"));
        }
        if (!gates.isArray() || types.contains("")) {
            throw bad("spec.readinessGates is not a list of objects with conditionType");
        }
        return Optional.of(types);
    }

    private static List<OwnerReference> owners(JsonNode metadata) {
        List<OwnerReference> owners = new ArrayList<>();
        for (JsonNode owner : array(metadata, "ownerReferences")) {
            owners.add(new OwnerReference(
                    ofOwner(owner, "apiVersion"),
                    ofOwner(owner, "kind"),
                    ofOwner(owner, "name"),
                    ofOwner(owner, "uid"),
                    flag(owner, "controller"),
                    flag(owner, "blockOwnerDeletion")));
        }
        return owners;
    }

    private static String ofOwner(JsonNode owner, String field) {
        String text = text(owner, field);
        if (text.isEmpty()) {
            throw invalid("metadata.ownerReferences: each needs " + field);
        }
        return text;
    }

    private static boolean flag(JsonNode parent, String field) {
        JsonNode value = parent.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            throw bad(field + " is neither true nor false");
        }
        return value.asBoolean();
    }

    /** What is none empties nothing: who sends a text instead of a list has not asked for no elements. */
    private static JsonNode array(JsonNode parent, String field) {
        JsonNode value = parent.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
            throw bad(field + " is not a list");
        }
        return value;
    }

    private static List<String> list(JsonNode parent, String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(parent, field)) {
            if (!element.isTextual()) {
                throw bad(field + " is not a list of texts");
            }
            texts.add(element.asText());
        }
        return texts;
    }

    private static Map<String, String> texts(JsonNode parent, String field) {
        JsonNode mapping = parent.path(field);
        if (mapping.isMissingNode() || mapping.isNull()) {
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        mapping.properties().forEach(entry -> {
            if (!entry.getValue().isTextual()) {
                throw bad(field + " is not a mapping of texts");
            }
            texts.put(entry.getKey(), entry.getValue().asText());
        });
        if (!mapping.isObject()) {
            throw bad(field + " is not a mapping of texts");
        }
        return texts;
    }

    private static String text(JsonNode parent, String field) {
        JsonNode value = parent.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw bad(field + " is not a text");
        }
        return value.asText();
    }

    private static JsonNode object(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isObject() || value.isMissingNode() || value.isNull()) {
            return value;
        }
        throw bad(field + " is not an object");
    }

    private static void requireKind(ObjectNode body, String kind) {
        String version = text(body, "apiVersion");
        String actual = text(body, "kind");
        if (!(actual.isEmpty() || actual.equals(kind))
                || !(version.isEmpty() || version.equals(Discovery.GROUP_VERSION))) {
            throw bad("the object in the request is not a " + kind + " of " + Discovery.GROUP_VERSION);
        }
    }

    private static void requireNamespace(JsonNode metadata, String namespace) {
        String given = text(metadata, "namespace");
        if (!given.isEmpty() && !given.equals(namespace)) {
            throw bad("the namespace of the object is not the namespace of the request");
        }
    }

    private static void requireName(JsonNode metadata, String objectName) {
        String given = text(metadata, "name");
        if (!given.isEmpty() && !given.equals(objectName)) {
            throw bad("the name of the object is not the name in the request");
        }
    }

    private static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Refused invalid(String message) {
        return new Refused(Refused.Kind.INVALID, message);
    }

    private static Refused bad(String message) {
        return new Refused(Refused.Kind.BAD_REQUEST, message);
    }
}
