package dev.firedrill.environments.kubernetes.inprocess;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.kind.Metadata;
import dev.firedrill.environments.kubernetes.inprocess.kind.ResourceKind;
import dev.firedrill.environments.kubernetes.inprocess.patch.ManagedFields;
import dev.firedrill.environments.kubernetes.inprocess.request.ApiRequest;
import dev.firedrill.environments.kubernetes.inprocess.request.Json;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a new object out of what a client sent: gives it its identity, and refuses it when its kind forbids it. */
final class CreateStrategy {
    private final ApiRequest call;
    private final ResourceKind kind;

    CreateStrategy(ApiRequest call) {
        this.call = call;
        this.kind = call.kind();
    }

    /** The object as it is to be stored. */
    ObjectNode byPost(ObjectNode sent) {
        identify(sent);
        ObjectNode nothing = Json.object();
        nothing.put("apiVersion", kind.apiVersion()).put("kind", kind.names().kind());
        new ManagedFields(kind.schema(), call.updating(), kind.apiVersion(), Stamp.now()).noteUpdate(nothing, sent);
        return checked(sent);
    }

    /** The object as it is to be stored, whose fields are all owned by who applied it. */
    ObjectNode byApply(ObjectNode applied) {
        identify(applied);
        return checked(applied);
    }

    private void identify(ObjectNode fresh) {
        ObjectNode metadata = Metadata.of(fresh);
        String namespace = Metadata.text(fresh, "namespace");
        if (kind.namespaced()) {
            if (!namespace.isEmpty() && !namespace.equals(call.namespace())) {
                throw StatusError.badRequest(
                        "the namespace of the provided object does not match the namespace sent on the request");
            }
            metadata.put("namespace", call.namespace());
        } else {
            metadata.remove("namespace");
        }
        String version = Metadata.text(fresh, "resourceVersion");
        if (!version.isEmpty() && !"0".equals(version)) {
            throw StatusError.unforeseen("resourceVersion should not be set on objects to be created");
        }
        metadata.remove(List.of("resourceVersion", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds"));
        String prefix = Metadata.text(fresh, "generateName");
        if (Metadata.text(fresh, "name").isEmpty() && !prefix.isEmpty()) {
            metadata.put("name", Stamp.generatedName(prefix));
        }
        metadata.put("uid", Stamp.uid()).put("creationTimestamp", Stamp.now());
        metadata.remove("generation");
        if (kind.countsGenerations()) {
            metadata.put("generation", 1L);
        }
        if (kind.custom() && kind.hasStatus()) {
            fresh.remove(ResourceKind.STATUS);
        }
    }

    private ObjectNode checked(ObjectNode fresh) {
        kind.rules().prepare(fresh, Optional.empty());
        String name = Metadata.text(fresh, "name");
        List<FieldError> errors = new ArrayList<>();
        if (name.isEmpty()) {
            errors.add(FieldError.required("metadata.name", "name or generateName is required"));
        } else {
            errors.addAll(kind.rules().checkName(name));
        }
        errors.addAll(Metadata.check(fresh, Optional.empty(), kind.isCore()));
        errors.addAll(kind.rules().check(fresh, Optional.empty()));
        if (!errors.isEmpty()) {
            throw StatusError.invalid(kind.subject(name), errors);
        }
        return fresh.put("apiVersion", kind.storedApiVersion());
    }
}
