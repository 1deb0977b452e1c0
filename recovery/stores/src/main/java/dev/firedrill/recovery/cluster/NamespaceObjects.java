package dev.firedrill.recovery.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.json.Json;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.net.HttpURLConnection;

/** Lists of custom resources of one namespace, and writes into single ones; failures are what {@link ClusterFailures} says. */
final class NamespaceObjects {
    private static final int ATTEMPTS = 3;

    private final KubernetesClient client;
    private final String namespace;
    private final Runnable onFailure;

    /** @param onFailure runs when a list cannot be read */
    NamespaceObjects(KubernetesClient client, String namespace, Runnable onFailure) {
        this.client = client;
        this.namespace = namespace;
        this.onFailure = onFailure;
    }

    /** All objects of a kind. */
    GenericKubernetesResourceList list(ResourceDefinitionContext kind) {
        try {
            return client.genericKubernetesResources(kind)
                    .inNamespace(namespace)
                    .list();
        } catch (KubernetesClientException e) {
            // A connection that broke need not have ended the watches on it.
            onFailure.run();
            throw ClusterFailures.of(server(), kind, e);
        }
    }

    /** An object of a list as JSON, with the kind that the list has for all. */
    JsonNode json(GenericKubernetesResource item, ResourceDefinitionContext kind) {
        ObjectNode node =
                Json.objectIn(client.getKubernetesSerialization().asJson(item)).orElseGet(Json::object);
        // Items of a list need not repeat what the list says.
        node.put("apiVersion", kind.getGroup() + "/" + kind.getVersion());
        node.put("kind", kind.getKind());
        return node;
    }

    /** Writes the status of an object by server-side apply, as {@code manager}; an object that is gone needs none. */
    void applyStatus(ResourceDefinitionContext kind, String name, ObjectNode status, String manager) {
        ObjectNode object = Json.object();
        object.put("apiVersion", kind.getGroup() + "/" + kind.getVersion());
        object.put("kind", kind.getKind());
        object.putObject("metadata").put("name", name).put("namespace", namespace);
        object.set("status", status);
        PatchContext context = new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(manager)
                .withForce(true)
                .build();
        try {
            resource(kind, name).subresource("status").patch(context, Json.write(object));
        } catch (KubernetesClientException e) {
            if (!gone(kind, name, e)) {
                throw ClusterFailures.ofWrite(server(), kind, name, e);
            }
        }
    }

    /** Adds the finalizer to an object, or takes it away; an object that is gone needs neither. */
    void changeFinalizers(ResourceDefinitionContext kind, String name, String finalizer, boolean present) {
        for (int attempt = 1; ; attempt++) {
            try {
                GenericKubernetesResource now = resource(kind, name).get();
                if (now != null && !hasFinalizer(now, finalizer, present)) {
                    resource(kind, name)
                            .patch(PatchContext.of(PatchType.JSON_MERGE), finalizerPatch(now, finalizer, present));
                }
                return;
            } catch (KubernetesClientException e) {
                if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND && gone(kind, name, e)) {
                    return;
                }
                if (e.getCode() != HttpURLConnection.HTTP_CONFLICT || attempt == ATTEMPTS) {
                    throw ClusterFailures.ofWrite(server(), kind, name, e);
                }
            }
        }
    }

    private static boolean hasFinalizer(GenericKubernetesResource now, String finalizer, boolean present) {
        // An object that is being deleted accepts no new finalizers.
        boolean late = present && now.getMetadata().getDeletionTimestamp() != null;
        return late || now.getMetadata().getFinalizers().contains(finalizer) == present;
    }

    private static String finalizerPatch(GenericKubernetesResource now, String finalizer, boolean present) {
        ObjectNode patch = Json.object();
        ObjectNode metadata = patch.putObject("metadata");
        metadata.put("resourceVersion", now.getMetadata().getResourceVersion());
        ArrayNode finalizers = metadata.putArray("finalizers");
        now.getMetadata().getFinalizers().stream()
                .filter(each -> !each.equals(finalizer))
                .forEach(finalizers::add);
        if (present) {
            finalizers.add(finalizer);
        }
        return Json.write(patch);
    }

    private Resource<GenericKubernetesResource> resource(ResourceDefinitionContext kind, String name) {
        return client.genericKubernetesResources(kind).inNamespace(namespace).withName(name);
    }

    /** Whether a 404 is about the object, which was deleted meanwhile, and not about its kind. */
    private boolean gone(ResourceDefinitionContext kind, String name, KubernetesClientException failure) {
        if (failure.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
            return false;
        }
        return list(kind).getItems().stream()
                .noneMatch(item -> item.getMetadata().getName().equals(name));
    }

    private String server() {
        return client.getConfiguration().getMasterUrl();
    }
}
