package dev.firedrill.environments.kubernetes.inprocess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.kind.ResourceKind;
import dev.firedrill.environments.kubernetes.inprocess.patch.JsonPatches;
import dev.firedrill.environments.kubernetes.inprocess.patch.ManagedFields;
import dev.firedrill.environments.kubernetes.inprocess.patch.MergePatch;
import dev.firedrill.environments.kubernetes.inprocess.patch.StrategicMergePatch;
import dev.firedrill.environments.kubernetes.inprocess.request.ApiRequest;
import dev.firedrill.environments.kubernetes.inprocess.request.Json;
import dev.firedrill.environments.kubernetes.inprocess.status.ErrorSubject;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import java.util.List;

/** A patch that a client sent, in one of the forms that the API knows. */
final class Patch {
    private static final String JSON = "application/json-patch+json";
    private static final String MERGE = "application/merge-patch+json";
    private static final String STRATEGIC = "application/strategic-merge-patch+json";
    private static final String APPLY = "application/apply-patch+yaml";
    private static final ErrorSubject OPTIONS = new ErrorSubject("meta.k8s.io", "", "PatchOptions", "");

    private final ApiRequest call;
    private final JsonNode content;
    private final ObjectDecoder intake;

    private Patch(ApiRequest call, JsonNode content) {
        this.call = call;
        this.content = content;
        this.intake = new ObjectDecoder(call);
    }

    static Patch of(ApiRequest call) {
        boolean forced = call.query().has("force");
        switch (call.contentType()) {
            case JSON, MERGE -> {}
            case STRATEGIC -> {
                if (call.kind().custom()) {
                    throw StatusError.unsupportedMediaType(List.of(JSON, MERGE, APPLY));
                }
            }
            case APPLY -> {
                if (!call.query().has("fieldManager")) {
                    throw StatusError.invalid(
                            OPTIONS, List.of(FieldError.required("fieldManager", "is required for apply patch")));
                }
                forced = false;
            }
            default -> throw StatusError.unsupportedMediaType(List.of(JSON, MERGE, STRATEGIC, APPLY));
        }
        if (forced) {
            throw StatusError.invalid(
                    OPTIONS, List.of(FieldError.forbidden("force", "may not be specified for non-apply patch")));
        }
        return new Patch(call, Json.read(call.body(), APPLY.equals(call.contentType())));
    }

    boolean applies() {
        return APPLY.equals(call.contentType());
    }

    /** What this patch makes of a live object, which is changed on the way. */
    ObjectNode on(ObjectNode live) {
        return switch (call.contentType()) {
            case JSON -> intake.whole(JsonPatches.apply(live, content));
            case MERGE -> intake.whole(MergePatch.apply(live, object()));
            case STRATEGIC ->
                intake.whole(
                        StrategicMergePatch.apply(live, object(), call.kind().schema()));
            default -> applied(live);
        };
    }

    private ObjectNode applied(ObjectNode live) {
        ResourceKind kind = call.kind();
        ObjectNode configuration = intake.configuration(content.deepCopy());
        if (configuration.path("metadata").has("managedFields")) {
            throw StatusError.badRequest("metadata.managedFields must be nil");
        }
        limit(configuration);
        boolean force = call.query().flag("force");
        ObjectNode result = new ManagedFields(kind.schema(), call.applying(), kind.apiVersion(), Stamp.now())
                .apply(live, configuration, force);
        return intake.whole(result);
    }

    /** Takes out of an applied configuration what its path cannot write, so that nobody comes to own it that way. */
    private void limit(ObjectNode configuration) {
        if (ResourceKind.STATUS.equals(call.subresource())) {
            configuration.retain("apiVersion", "kind", "metadata", ResourceKind.STATUS);
            configuration.withObject("/metadata").retain("name", "namespace", "uid", "resourceVersion");
        } else if (call.kind().hasStatus()) {
            configuration.remove(ResourceKind.STATUS);
        }
    }

    /** A copy of the patch, parts of which go into what it makes. */
    private JsonNode object() {
        if (!content.isObject()) {
            throw StatusError.badRequest("error decoding patch: the patch is no JSON object");
        }
        return content.deepCopy();
    }
}
