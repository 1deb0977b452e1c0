package dev.firedrill.environments.kubernetes.inprocess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.kind.BuiltInKinds;
import dev.firedrill.environments.kubernetes.inprocess.kind.Metadata;
import dev.firedrill.environments.kubernetes.inprocess.kind.ResourceKind;
import dev.firedrill.environments.kubernetes.inprocess.request.ApiRequest;
import dev.firedrill.environments.kubernetes.inprocess.request.Json;
import dev.firedrill.environments.kubernetes.inprocess.request.Reply;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import dev.firedrill.environments.kubernetes.inprocess.store.ObjectKey;
import dev.firedrill.environments.kubernetes.inprocess.store.ResourceStore;
import dev.firedrill.environments.kubernetes.inprocess.store.StoredObject;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Creates objects and changes them. The new state is worked out beside the store and then put into it if nobody else was
 * faster; otherwise it is worked out again.
 */
final class Writes {
    private final ResourceStore store;

    Writes(ResourceStore store) {
        this.store = store;
    }

    /** {@code POST}. */
    Reply create(ApiRequest call) {
        boolean dryRun = call.query().isDryRun("CreateOptions");
        admit(call);
        ObjectNode sent = new ObjectDecoder(call).whole(call.read());
        ObjectNode fresh = new CreateStrategy(call).byPost(sent);
        return created(call, fresh, dryRun)
                .orElseThrow(() -> StatusError.alreadyExists(call.kind().subject(Metadata.text(fresh, "name"))));
    }

    /** {@code PUT}. */
    Reply update(ApiRequest call) {
        boolean dryRun = call.query().isDryRun("UpdateOptions");
        JsonNode sent = call.read();
        return changed(call, dryRun, false, live -> new ObjectDecoder(call).whole(sent.deepCopy()));
    }

    /** {@code PATCH}, of whichever kind. */
    Reply patch(ApiRequest call) {
        boolean dryRun = call.query().isDryRun("PatchOptions");
        Patch patch = Patch.of(call);
        while (patch.applies()
                && store.get(call.key()).isEmpty()
                && call.subresource().isEmpty()) {
            admit(call);
            ObjectNode nothing = Json.object();
            nothing.withObject("/metadata");
            ObjectNode applied = patch.on(nothing);
            String uid = Metadata.text(applied, "uid");
            if (!uid.isEmpty()) {
                throw StatusError.conflict(
                        call.subject(),
                        "uid mismatch: the provided object specified uid " + uid
                                + ", and no existing object was found");
            }
            Metadata.of(applied).put("name", call.name()).remove("resourceVersion");
            Optional<Reply> created = created(call, new CreateStrategy(call).byApply(applied), dryRun);
            if (created.isPresent()) {
                return created.get();
            }
        }
        return changed(call, dryRun, patch.applies(), patch::on);
    }

    private void admit(ApiRequest call) {
        ResourceKind kind = call.kind();
        if (kind.namespaced()) {
            Admission.create(call.subject(), call.namespace(), store.get(namespaceKey(call)));
        }
        if (kind.custom()
                && store.get(definitionKey(kind))
                        .map(StoredObject::body)
                        .filter(Metadata::isDeleting)
                        .isPresent()) {
            throw StatusError.methodNotAllowed();
        }
    }

    /** Puts a new object into its place, unless somebody else is there. */
    private Optional<Reply> created(ApiRequest call, ObjectNode fresh, boolean dryRun) {
        ObjectKey key = call.kind().key(call.namespace(), Metadata.text(fresh, "name"));
        return store.transact(steps -> {
            if (call.kind().namespaced()) {
                // Once more and now for sure: the namespace may have gone meanwhile.
                Admission.create(call.kind().subject(key.name()), call.namespace(), steps.get(namespaceKey(call)));
            }
            if (steps.get(key).isPresent()) {
                return Optional.empty();
            }
            ObjectNode stored = dryRun ? fresh : steps.put(key, fresh).body();
            return Optional.of(new Reply(201, call.kind().view(stored)));
        });
    }

    private Reply changed(ApiRequest call, boolean dryRun, boolean applied, UnaryOperator<ObjectNode> change) {
        while (true) {
            StoredObject current = store.get(call.key()).orElseThrow(() -> StatusError.notFound(call.subject()));
            ObjectNode live = call.kind().view(current.body());
            ObjectNode fresh = new UpdateStrategy(call, live).of(change.apply(live.deepCopy()), applied);
            if (fresh.equals(live)) {
                return Reply.ok(live);
            }
            if (dryRun) {
                return Reply.ok(fresh);
            }
            fresh.put("apiVersion", call.kind().storedApiVersion());
            Optional<ObjectNode> stored = replace(current, fresh);
            if (stored.isPresent()) {
                return Reply.ok(call.kind().view(stored.get()));
            }
        }
    }

    /** Puts {@code fresh} in the place of {@code current}, or removes it when it has only waited for this. */
    private Optional<ObjectNode> replace(StoredObject current, ObjectNode fresh) {
        return store.transact(steps -> {
            if (!steps.get(current.key()).equals(Optional.of(current))) {
                return Optional.empty();
            }
            if (Metadata.isDeleting(fresh) && Deletions.isFree(fresh)) {
                steps.remove(current.key());
                return Optional.of(fresh);
            }
            return Optional.of(steps.put(current.key(), fresh).body());
        });
    }

    private static ObjectKey namespaceKey(ApiRequest call) {
        return BuiltInKinds.NAMESPACES.key("", call.namespace());
    }

    private static ObjectKey definitionKey(ResourceKind kind) {
        return BuiltInKinds.CUSTOM_RESOURCE_DEFINITIONS.key("", kind.resource());
    }
}
