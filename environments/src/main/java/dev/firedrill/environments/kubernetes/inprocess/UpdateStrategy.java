package dev.firedrill.environments.kubernetes.inprocess;

import com.fasterxml.jackson.databind.JsonNode;
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

/**
 * Lets a changed object follow a live one: what may not be changed stays, what is the server's own is carried on, and what
 * the kind forbids is refused.
 */
final class UpdateStrategy {
    private static final List<String> CARRIED_ON =
            List.of("uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "generation");

    private final ApiRequest call;
    private final ResourceKind kind;
    private final ObjectNode live;

    /** Follows {@code live}, which is shown in the version of the call and is not changed. */
    UpdateStrategy(ApiRequest call, ObjectNode live) {
        this.call = call;
        this.kind = call.kind();
        this.live = live;
    }

    /** The object as it is to be stored: the live one itself when nothing has changed. */
    ObjectNode of(ObjectNode sent, boolean applied) {
        checkIdentity(sent);
        checkVersion(sent);
        ObjectNode fresh = limited(sent);
        ObjectNode metadata = Metadata.of(fresh);
        for (String field : CARRIED_ON) {
            JsonNode before = live.path("metadata").path(field);
            if (before.isMissingNode()) {
                metadata.remove(field);
            } else {
                metadata.set(field, before);
            }
        }
        metadata.set("resourceVersion", live.path("metadata").path("resourceVersion"));
        metadata.remove("selfLink");
        if (!applied) {
            new ManagedFields(kind.schema(), call.updating(), kind.apiVersion(), Stamp.now()).noteUpdate(live, fresh);
        }
        if (call.subresource().isEmpty()) {
            kind.rules().prepare(fresh, Optional.of(live));
        }
        if (kind.countsGenerations()
                && call.subresource().isEmpty()
                && !wish(fresh).equals(wish(live))) {
            metadata.put("generation", live.path("metadata").path("generation").asLong() + 1);
        }
        check(fresh);
        return fresh;
    }

    private void checkIdentity(ObjectNode sent) {
        String name = Metadata.text(sent, "name");
        if (!name.equals(call.name())) {
            throw StatusError.badRequest(
                    name.isEmpty()
                            ? "the name of the object (" + call.name()
                                    + " based on URL) was undeterminable: name must be provided"
                            : "the name of the object (" + name + ") does not match the name on the URL (" + call.name()
                                    + ")");
        }
        String namespace = Metadata.text(sent, "namespace");
        if (!kind.namespaced()) {
            Metadata.of(sent).remove("namespace");
        } else if (namespace.isEmpty()) {
            Metadata.of(sent).put("namespace", call.namespace());
        } else if (!namespace.equals(call.namespace())) {
            throw StatusError.badRequest("the namespace of the object (" + namespace
                    + ") does not match the namespace on the request (" + call.namespace() + ")");
        }
        String uid = Metadata.text(sent, "uid");
        String present = Metadata.text(live, "uid");
        if (!uid.isEmpty() && !uid.equals(present)) {
            throw StatusError.conflict(
                    call.subject(),
                    "Precondition failed: UID in precondition: " + uid + ", UID in object meta: " + present);
        }
    }

    private void checkVersion(ObjectNode sent) {
        String version = Metadata.text(sent, "resourceVersion");
        if (version.isEmpty() || "0".equals(version)) {
            if (kind.demandsVersion()) {
                throw StatusError.invalid(
                        call.subject(),
                        List.of(new FieldError(
                                "FieldValueInvalid",
                                "metadata.resourceVersion",
                                "Invalid value: 0x0: must be specified for an update")));
            }
        } else if (!version.equals(Metadata.text(live, "resourceVersion"))) {
            throw StatusError.conflict(
                    call.subject(),
                    "the object has been modified; please apply your changes to the latest version and try again");
        }
    }

    /** What the path lets through: everything but the status, or one part only. */
    private ObjectNode limited(ObjectNode sent) {
        return switch (call.subresource()) {
            case ResourceKind.STATUS -> liveWith("status", sent);
            case "finalize" -> liveWith("spec", sent);
            default -> {
                if (kind.hasStatus()) {
                    replace(sent, "status", live);
                }
                yield sent;
            }
        };
    }

    private ObjectNode liveWith(String part, ObjectNode sent) {
        ObjectNode fresh = live.deepCopy();
        replace(fresh, part, sent);
        ObjectNode metadata = Metadata.of(fresh);
        JsonNode managed = sent.path("metadata").path("managedFields");
        if (!managed.isMissingNode()) {
            metadata.set("managedFields", managed);
        }
        return fresh;
    }

    private static void replace(ObjectNode target, String part, ObjectNode source) {
        if (source.has(part)) {
            target.set(part, source.get(part));
        } else {
            target.remove(part);
        }
    }

    private void check(ObjectNode fresh) {
        List<FieldError> errors = new ArrayList<>(Metadata.check(fresh, Optional.of(live), kind.isCore()));
        errors.addAll(kind.rules().check(fresh, Optional.of(live)));
        if (!errors.isEmpty()) {
            throw StatusError.invalid(call.subject(), errors);
        }
    }

    /** What the object asks for, as opposed to what is known of it: its changes are counted. */
    private ObjectNode wish(ObjectNode object) {
        ObjectNode wish = Json.object();
        wish.setAll(object);
        wish.remove("metadata");
        if (kind.hasStatus()) {
            wish.remove(ResourceKind.STATUS);
        }
        return wish;
    }
}
