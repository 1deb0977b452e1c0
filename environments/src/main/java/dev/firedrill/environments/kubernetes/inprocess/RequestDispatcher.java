package dev.firedrill.environments.kubernetes.inprocess;

import dev.firedrill.environments.kubernetes.inprocess.kind.BuiltInKinds;
import dev.firedrill.environments.kubernetes.inprocess.kind.ResourceKind;
import dev.firedrill.environments.kubernetes.inprocess.request.ApiRequest;
import dev.firedrill.environments.kubernetes.inprocess.request.Reply;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import dev.firedrill.environments.kubernetes.inprocess.store.ResourceStore;

/** Which method on which path means what. */
final class RequestDispatcher {
    private final Reads reads;
    private final Writes writes;
    private final Deletions deletions;

    RequestDispatcher(ResourceStore store) {
        this.reads = new Reads(store);
        this.writes = new Writes(store);
        this.deletions = new Deletions(store);
    }

    Reply perform(ApiRequest call) {
        checkScope(call);
        if (!call.subresource().isEmpty()) {
            return onPart(call);
        }
        return call.name().isEmpty() ? onCollection(call) : onObject(call);
    }

    /** Refuses a path that does not fit the kind: a namespace that it does not have, or the lack of one that it needs. */
    void checkScope(ApiRequest call) {
        ResourceKind kind = call.kind();
        boolean within = !call.namespace().isEmpty();
        if (within && !kind.namespaced()) {
            throw StatusError.noSuchPath();
        }
        boolean acrossNamespaces = call.name().isEmpty() && "GET".equals(call.method());
        if (!within && kind.namespaced() && !acrossNamespaces) {
            throw call.name().isEmpty() && !kind.custom() ? StatusError.methodNotAllowed() : StatusError.noSuchPath();
        }
        if (!call.subresource().isEmpty() && !kind.subresources().contains(call.subresource())) {
            throw StatusError.noSuchPath();
        }
    }

    private Reply onCollection(ApiRequest call) {
        return switch (call.method()) {
            case "GET" -> reads.list(call);
            case "POST" -> writes.create(call);
            case "DELETE" -> {
                if (call.kind().equals(BuiltInKinds.NAMESPACES)) {
                    throw StatusError.methodNotAllowed();
                }
                yield deletions.deleteCollection(call);
            }
            default -> throw StatusError.methodNotAllowed();
        };
    }

    private Reply onObject(ApiRequest call) {
        return switch (call.method()) {
            case "DELETE" -> deletions.delete(call);
            default -> onPart(call);
        };
    }

    private Reply onPart(ApiRequest call) {
        return switch (call.method()) {
            case "GET" -> reads.get(call);
            case "PUT" -> writes.update(call);
            case "PATCH" -> writes.patch(call);
            default -> throw StatusError.methodNotAllowed();
        };
    }
}
