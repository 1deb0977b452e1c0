package dev.firedrill.environments.kubernetes.inprocess.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.firedrill.environments.kubernetes.inprocess.status.ErrorSubject;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import java.util.List;

/**
 * How something is to be deleted.
 *
 * @param uid delete only the object of this identity, whatever it is when empty
 * @param resourceVersion delete only this version, whichever it is when empty
 * @param propagation what becomes of dependents, empty when not said
 * @param dryRun only say what would happen
 */
public record DeleteOptions(String uid, String resourceVersion, String propagation, boolean dryRun) {
    public static final String FOREGROUND = "Foreground";
    public static final String ORPHAN = "Orphan";
    private static final List<String> POLICIES = List.of("Background", FOREGROUND, ORPHAN);
    private static final ErrorSubject OPTIONS = new ErrorSubject("meta.k8s.io", "", "DeleteOptions", "");

    public static DeleteOptions of(ApiRequest call) {
        JsonNode sent = call.body().length == 0 ? Json.object() : call.read();
        String propagation = sent.path("propagationPolicy").asText(call.query().text("propagationPolicy"));
        boolean orphans = sent.path("orphanDependents").asBoolean(call.query().flag("orphanDependents"));
        if (!propagation.isEmpty() && !POLICIES.contains(propagation)) {
            throw StatusError.invalid(
                    OPTIONS,
                    List.of(FieldError.notSupported(
                            "propagationPolicy", JsonNodeFactory.instance.textNode(propagation), POLICIES)));
        }
        JsonNode dryRun = sent.path("dryRun");
        if (!dryRun.isEmpty() && !"All".equals(dryRun.path(0).asText())) {
            throw StatusError.invalid(
                    OPTIONS, List.of(FieldError.notSupported("dryRun", dryRun.path(0), List.of("All"))));
        }
        JsonNode preconditions = sent.path("preconditions");
        return new DeleteOptions(
                preconditions.path("uid").asText(""),
                preconditions.path("resourceVersion").asText(""),
                propagation.isEmpty() && orphans ? ORPHAN : propagation,
                !dryRun.isEmpty() || call.query().isDryRun("DeleteOptions"));
    }
}
