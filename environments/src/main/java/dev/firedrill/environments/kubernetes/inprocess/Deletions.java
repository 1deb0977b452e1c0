package dev.firedrill.environments.kubernetes.inprocess;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.kind.BuiltInKinds;
import dev.firedrill.environments.kubernetes.inprocess.kind.CrdRules;
import dev.firedrill.environments.kubernetes.inprocess.kind.Metadata;
import dev.firedrill.environments.kubernetes.inprocess.kind.NamespaceRules;
import dev.firedrill.environments.kubernetes.inprocess.kind.ResourceKind;
import dev.firedrill.environments.kubernetes.inprocess.request.ApiRequest;
import dev.firedrill.environments.kubernetes.inprocess.request.DeleteOptions;
import dev.firedrill.environments.kubernetes.inprocess.request.Json;
import dev.firedrill.environments.kubernetes.inprocess.request.ObjectSelection;
import dev.firedrill.environments.kubernetes.inprocess.request.Reply;
import dev.firedrill.environments.kubernetes.inprocess.status.ErrorSubject;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import dev.firedrill.environments.kubernetes.inprocess.store.ResourceStore;
import dev.firedrill.environments.kubernetes.inprocess.store.StoredObject;
import java.util.Set;

/** Deletes objects: at once, or by marking them for those who still have something to do with them. */
final class Deletions {
    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";

    private final ResourceStore store;

    Deletions(ResourceStore store) {
        this.store = store;
    }

    /** {@code DELETE} of one object. */
    Reply delete(ApiRequest call) {
        DeleteOptions options = DeleteOptions.of(call);
        if (isNamespace(call.kind())) {
            Admission.deleteNamespace(call.subject());
        }
        return store.transact(steps -> {
            StoredObject current = steps.get(call.key()).orElseThrow(() -> StatusError.notFound(call.subject()));
            return delete(call.kind(), current, options, steps);
        });
    }

    /** {@code DELETE} of a collection. */
    Reply deleteCollection(ApiRequest call) {
        DeleteOptions options = DeleteOptions.of(call);
        ObjectSelection selection = ObjectSelection.of(call);
        ObjectNode list = Json.object();
        list.put("kind", call.kind().names().listKind())
                .put("apiVersion", call.kind().apiVersion());
        ArrayNode items = list.putArray("items");
        return store.transact(steps -> {
            for (StoredObject each : steps.list(call.scope())) {
                if (selection.test(each.body())) {
                    delete(call.kind(), each, options, steps);
                    items.add(Reads.item(call.kind(), each));
                }
            }
            list.putObject("metadata").put("resourceVersion", Long.toString(store.revision()));
            return Reply.ok(list);
        });
    }

    /** Whether nobody has anything left to do before the object may go. */
    static boolean isFree(ObjectNode object) {
        boolean holdsContent = "Namespace".equals(object.path("kind").asText())
                && "v1".equals(object.path("apiVersion").asText())
                && !object.path("spec").path("finalizers").isEmpty();
        return Metadata.finalizers(object).isEmpty() && !holdsContent;
    }

    private static Reply delete(
            ResourceKind kind, StoredObject current, DeleteOptions options, ResourceStore.Transaction steps) {
        ErrorSubject subject = kind.subject(current.key().name());
        // A server speaks of the kind here where it otherwise speaks of the resource.
        checkPreconditions(
                new ErrorSubject(kind.group(), kind.names().kind(), kind.names().kind(), subject.name()),
                current.body(),
                options);
        ObjectNode fresh = marked(kind, current.copy(), options);
        if (isFree(fresh)) {
            if (!options.dryRun()) {
                steps.remove(current.key());
            }
            return Reply.ok(success(subject, Metadata.text(fresh, "uid")));
        }
        if (options.dryRun() || fresh.equals(current.body())) {
            return Reply.ok(kind.view(fresh));
        }
        return Reply.ok(kind.view(steps.put(current.key(), fresh).body()));
    }

    private static void checkPreconditions(ErrorSubject subject, ObjectNode present, DeleteOptions options) {
        String uid = Metadata.text(present, "uid");
        if (!options.uid().isEmpty() && !options.uid().equals(uid)) {
            throw StatusError.conflict(
                    subject,
                    "the UID in the precondition (" + options.uid() + ") does not match the UID in record (" + uid
                            + "). The object might have been deleted and then recreated");
        }
        String version = Metadata.text(present, "resourceVersion");
        if (!options.resourceVersion().isEmpty() && !options.resourceVersion().equals(version)) {
            throw StatusError.conflict(
                    subject,
                    "the ResourceVersion in the precondition (" + options.resourceVersion()
                            + ") does not match the ResourceVersion in record (" + version
                            + "). The object might have been modified");
        }
    }

    /** The object with the mark that it is to go, and with those finalizers that the deletion itself brings. */
    private static ObjectNode marked(ResourceKind kind, ObjectNode object, DeleteOptions options) {
        Set<String> finalizers = Metadata.finalizers(object);
        boolean orphans = DeleteOptions.ORPHAN.equals(options.propagation())
                || (options.propagation().isEmpty() && finalizers.contains(ORPHAN));
        boolean foreground = DeleteOptions.FOREGROUND.equals(options.propagation())
                || (options.propagation().isEmpty() && finalizers.contains(FOREGROUND));
        finalizers.remove(ORPHAN);
        finalizers.remove(FOREGROUND);
        if (orphans) {
            finalizers.add(ORPHAN);
        } else if (foreground) {
            finalizers.add(FOREGROUND);
        }
        boolean first = !Metadata.isDeleting(object);
        if (first && kind.equals(BuiltInKinds.CUSTOM_RESOURCE_DEFINITIONS)) {
            finalizers.add(CrdRules.CLEANUP);
            CrdRules.setCondition(
                    object,
                    "Terminating",
                    "InstanceDeletionPending",
                    "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon");
        }
        Metadata.setFinalizers(object, finalizers);
        if (first && isNamespace(kind)) {
            Metadata.of(object).put("deletionTimestamp", Stamp.now());
            object.withObject("/status").put("phase", NamespaceRules.TERMINATING);
        } else if (first) {
            mark(object);
        }
        return object;
    }

    /** Marks an object that is to go as soon as its finalizers let it. */
    static void mark(ObjectNode object) {
        ObjectNode metadata = Metadata.of(object);
        metadata.put("deletionTimestamp", Stamp.now()).put("deletionGracePeriodSeconds", 0L);
        if (metadata.has("generation")) {
            metadata.put("generation", metadata.path("generation").asLong() + 1);
        }
    }

    private static boolean isNamespace(ResourceKind kind) {
        return kind.equals(BuiltInKinds.NAMESPACES);
    }

    private static ObjectNode success(ErrorSubject subject, String uid) {
        ObjectNode status = Json.object();
        status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
        ObjectNode details = status.put("status", "Success").putObject("details");
        details.put("name", subject.name());
        if (!subject.group().isEmpty()) {
            details.put("group", subject.group());
        }
        details.put("kind", subject.resource()).put("uid", uid);
        return status;
    }
}
