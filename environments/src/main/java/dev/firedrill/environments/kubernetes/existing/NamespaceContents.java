package dev.firedrill.environments.kubernetes.existing;

import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything in one namespace, of every kind that the server knows.
 *
 * @param client the cluster
 * @param namespace which namespace
 */
record NamespaceContents(KubernetesClient client, String namespace) {
    /** What every cluster puts into every namespace, and the interlock's own. */
    private static final Set<String> USUAL = Set.of(
            "ConfigMap/kube-root-ca.crt",
            "ConfigMap/openshift-service-ca.crt",
            "ServiceAccount/default",
            "ConfigMap/" + MarkedCluster.MARKER);

    private static final String TOKEN = "kubernetes.io/service-account-token";

    /** What somebody put there, in words. */
    List<String> foreign() {
        List<String> found = new ArrayList<>();
        for (ResourceDefinitionContext kind : kinds()) {
            for (GenericKubernetesResource one : of(kind)) {
                String name = kind.getKind() + "/" + one.getMetadata().getName();
                if (!USUAL.contains(name)
                        && !TOKEN.equals(one.getAdditionalProperties().get("type"))) {
                    found.add("the " + kind.getKind() + " " + one.getMetadata().getName());
                }
            }
        }
        return found;
    }

    /** Deletes everything, whatever waits for it. */
    void delete() {
        for (ResourceDefinitionContext kind : kinds()) {
            for (GenericKubernetesResource one : of(kind)) {
                var object = client.genericKubernetesResources(kind)
                        .inNamespace(namespace)
                        .withName(one.getMetadata().getName());
                if (!one.getMetadata().getFinalizers().isEmpty()) {
                    object.edit(held -> {
                        held.getMetadata().setFinalizers(new ArrayList<>());
                        return held;
                    });
                }
                object.delete();
            }
        }
    }

    private List<GenericKubernetesResource> of(ResourceDefinitionContext kind) {
        return client.genericKubernetesResources(kind)
                .inNamespace(namespace)
                .list()
                .getItems();
    }

    private List<ResourceDefinitionContext> kinds() {
        Map<String, ResourceDefinitionContext> kinds = new LinkedHashMap<>();
        add(kinds, "", "v1");
        for (APIGroup group : client.getApiGroups().getGroups()) {
            // Not every kind of a group is served in the version that the group prefers.
            group.getVersions().forEach(version -> add(kinds, group.getName(), version.getVersion()));
        }
        return List.copyOf(kinds.values());
    }

    private void add(Map<String, ResourceDefinitionContext> kinds, String group, String version) {
        APIResourceList served = client.getApiResources(group.isEmpty() ? version : group + "/" + version);
        if (served == null) {
            return;
        }
        for (APIResource resource : served.getResources()) {
            boolean holdsObjects = Boolean.TRUE.equals(resource.getNamespaced())
                    && resource.getVerbs().containsAll(List.of("list", "delete"))
                    && !resource.getName().contains("/")
                    // What happened is told for an hour and belongs to nobody.
                    && !resource.getKind().equals("Event");
            if (holdsObjects) {
                kinds.putIfAbsent(
                        resource.getName() + "." + group,
                        new ResourceDefinitionContext.Builder()
                                .withGroup(group)
                                .withVersion(version)
                                .withKind(resource.getKind())
                                .withPlural(resource.getName())
                                .withNamespaced(true)
                                .build());
            }
        }
    }
}
