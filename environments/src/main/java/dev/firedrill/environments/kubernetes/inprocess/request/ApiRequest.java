package dev.firedrill.environments.kubernetes.inprocess.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.environments.kubernetes.inprocess.kind.ResourceKind;
import dev.firedrill.environments.kubernetes.inprocess.patch.FieldManager;
import dev.firedrill.environments.kubernetes.inprocess.status.ErrorSubject;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import dev.firedrill.environments.kubernetes.inprocess.store.ObjectKey;
import dev.firedrill.environments.kubernetes.inprocess.store.Scope;
import java.util.List;
import java.util.Locale;

/**
 * A request that is understood so far: what it speaks of, and what it brings.
 *
 * @param method the HTTP method
 * @param kind the kind in the version asked for
 * @param path the path
 * @param query the parameters
 * @param contentType the body's media type without parameters, in lower case, empty when none is given
 * @param userAgent how the client calls itself
 * @param body the body
 */
public record ApiRequest(
        String method,
        ResourceKind kind,
        ApiPath path,
        Query query,
        String contentType,
        String userAgent,
        byte[] body) {
    private static final List<String> READABLE = List.of("application/json", "application/yaml");
    private static final int LONGEST_MANAGER = 128;

    public String name() {
        return path.name();
    }

    public String namespace() {
        return path.namespace();
    }

    public String subresource() {
        return path.subresource();
    }

    public ObjectKey key() {
        return kind.key(namespace(), name());
    }

    public Scope scope() {
        return kind.scope(namespace());
    }

    public ErrorSubject subject() {
        return kind.subject(name());
    }

    /** The body as a tree, of a request that may bring any object. */
    public JsonNode read() {
        if (!contentType.isEmpty() && !READABLE.contains(contentType)) {
            throw StatusError.unsupportedMediaType(READABLE);
        }
        if (body.length == 0) {
            throw StatusError.badRequest("the request has no body");
        }
        return Json.read(body, contentType.endsWith("yaml"));
    }

    /** Who writes, when not by server-side apply. */
    public FieldManager updating() {
        return FieldManager.updating(managerName(), kind.apiVersion(), subresource());
    }

    /** Who writes by server-side apply. */
    public FieldManager applying() {
        return FieldManager.applying(managerName(), subresource());
    }

    private String managerName() {
        if (query.has("fieldManager")) {
            return query.text("fieldManager");
        }
        String product = userAgent.split("[/ ]", 2)[0];
        String name = product.isEmpty() ? "unknown" : product;
        return name.substring(0, Math.min(LONGEST_MANAGER, name.length()));
    }

    @Override
    public String toString() {
        return method.toLowerCase(Locale.ROOT) + " " + kind.resource() + " " + namespace() + "/" + name();
    }
}
