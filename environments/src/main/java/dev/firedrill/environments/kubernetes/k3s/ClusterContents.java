package dev.firedrill.environments.kubernetes.k3s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionNames;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionSpec;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a control plane holds at one moment: custom resources, config maps and secrets, and the namespaces and definitions
 * around them. Where nothing of it was deleted or changed in its specification since, it can be brought back without the
 * seconds that a new server takes; so it can where it held no object and what is around is alike.
 *
 * @param frame namespaces and definitions, by name
 * @param kinds what was listed
 * @param objects the objects by kind, namespace and name, without those that the server makes by itself
 */
record ClusterContents(
        Map<String, Piece> frame,
        List<ResourceDefinitionContext> kinds,
        Map<String, GenericKubernetesResource> objects) {
    private static final String SYSTEM = "kube-";
    private static final String OF_EVERY_NAMESPACE = "kube-root-ca.crt";
    private static final String OF_EVERY_ACCOUNT = "kubernetes.io/service-account-token";
    private static final String STATUS = "status";

    /** One of the frame; what a namespace is specified to be is its name. */
    private record Piece(String uid, @Nullable CustomResourceDefinitionSpec specification) {
        private boolean isAlike(@Nullable Piece other) {
            return other != null && Objects.equals(specification, other.specification);
        }
    }

    static ClusterContents of(KubernetesClient client) {
        Map<String, Piece> frame = new TreeMap<>();
        client.namespaces().list().getItems().forEach(namespace -> note(namespace, null, frame));
        List<ResourceDefinitionContext> kinds = new ArrayList<>();
        kinds.add(kind("", "v1", "ConfigMap", "configmaps", true));
        kinds.add(kind("", "v1", "Secret", "secrets", true));
        for (CustomResourceDefinition definition :
                client.apiextensions().v1().customResourceDefinitions().list().getItems()) {
            note(definition, definition.getSpec(), frame);
            kinds.add(custom(definition));
        }
        Map<String, GenericKubernetesResource> objects = new TreeMap<>();
        for (ResourceDefinitionContext kind : kinds) {
            client.genericKubernetesResources(kind).inAnyNamespace().list().getItems().stream()
                    .filter(object -> !isOfTheServer(object))
                    .forEach(object -> objects.put(key(kind, object), object));
        }
        return new ClusterContents(frame, kinds, objects);
    }

    private static void note(
            HasMetadata object, @Nullable CustomResourceDefinitionSpec specification, Map<String, Piece> frame) {
        frame.put(
                object.getKind() + "/" + object.getMetadata().getName(),
                new Piece(object.getMetadata().getUid(), specification));
    }

    /**
     * Removes what came later and gives labels, annotations, owners and status back to the rest.
     *
     * @return whether the control plane holds now what it held then; if not, some of it may have been done
     */
    boolean bringBack(KubernetesClient client) {
        ClusterContents now = of(client);
        if (!frameStandsIn(now) || !objects.entrySet().stream().allMatch(now::stillHas)) {
            return false;
        }
        for (ResourceDefinitionContext kind : kinds) {
            now.objects.forEach((key, present) -> {
                if (key.startsWith(prefix(kind))) {
                    bringBack(client.genericKubernetesResources(kind), objects.get(key), present);
                }
            });
        }
        return comparable(of(client)).equals(comparable(this));
    }

    /** Whether the frame is there: the very one, or, where nothing stands in it, one that is alike. */
    private boolean frameStandsIn(ClusterContents now) {
        return now.frame.equals(frame)
                || objects.isEmpty()
                        && now.frame.keySet().equals(frame.keySet())
                        && frame.entrySet().stream()
                                .allMatch(piece -> piece.getValue().isAlike(now.frame.get(piece.getKey())));
    }

    private static void bringBack(
            MixedOperation<
                            GenericKubernetesResource,
                            GenericKubernetesResourceList,
                            Resource<GenericKubernetesResource>>
                    all,
            @Nullable GenericKubernetesResource then,
            GenericKubernetesResource present) {
        String namespace = present.getMetadata().getNamespace();
        var some = namespace == null ? all : all.inNamespace(namespace);
        if (then == null) {
            remove(some.resource(present), present);
        } else if (!comparable(then).equals(comparable(present))) {
            replace(some, then, present);
        }
    }

    /** The very object, not one of the same name; a changed specification has a generation that no write takes back. */
    private boolean stillHas(Map.Entry<String, GenericKubernetesResource> then) {
        GenericKubernetesResource present = objects.get(then.getKey());
        return present != null
                && present.getMetadata().getDeletionTimestamp() == null
                && present.getMetadata()
                        .getUid()
                        .equals(then.getValue().getMetadata().getUid())
                && String.valueOf(present.getMetadata().getGeneration())
                        .equals(String.valueOf(then.getValue().getMetadata().getGeneration()));
    }

    private static void remove(Resource<GenericKubernetesResource> resource, GenericKubernetesResource present) {
        if (!present.getMetadata().getFinalizers().isEmpty()) {
            resource.edit(object -> {
                object.getMetadata().setFinalizers(List.of());
                return object;
            });
        }
        resource.withGracePeriod(0).delete();
    }

    private static void replace(
            NonNamespaceOperation<
                            GenericKubernetesResource,
                            GenericKubernetesResourceList,
                            Resource<GenericKubernetesResource>>
                    some,
            GenericKubernetesResource then,
            GenericKubernetesResource present) {
        GenericKubernetesResource wanted = Serialization.clone(then);
        wanted.getMetadata().setResourceVersion(present.getMetadata().getResourceVersion());
        GenericKubernetesResource written = some.resource(wanted).update();
        if (then.get(STATUS) != null || present.get(STATUS) != null) {
            wanted.getMetadata().setResourceVersion(written.getMetadata().getResourceVersion());
            some.resource(wanted).updateStatus();
        }
    }

    private static Map<String, JsonNode> comparable(ClusterContents contents) {
        Map<String, JsonNode> all = new TreeMap<>();
        contents.objects.forEach((key, object) -> all.put(key, comparable(object)));
        return all;
    }

    private static JsonNode comparable(GenericKubernetesResource object) {
        ObjectNode tree = Serialization.unmarshal(Serialization.asJson(object), ObjectNode.class);
        tree.withObject("/metadata").remove(List.of("resourceVersion", "managedFields"));
        return tree;
    }

    private static boolean isOfTheServer(GenericKubernetesResource object) {
        String namespace = object.getMetadata().getNamespace();
        return namespace != null && namespace.startsWith(SYSTEM)
                || object.getMetadata().getName().equals(OF_EVERY_NAMESPACE)
                || OF_EVERY_ACCOUNT.equals(object.getAdditionalProperties().get("type"));
    }

    private static String key(ResourceDefinitionContext kind, GenericKubernetesResource object) {
        return prefix(kind) + object.getMetadata().getNamespace() + "/"
                + object.getMetadata().getName();
    }

    private static String prefix(ResourceDefinitionContext kind) {
        return kind.getGroup() + "/" + kind.getPlural() + "/";
    }

    private static ResourceDefinitionContext custom(CustomResourceDefinition definition) {
        CustomResourceDefinitionSpec spec = definition.getSpec();
        String version = spec.getVersions().stream()
                .filter(CustomResourceDefinitionVersion::getStorage)
                .map(CustomResourceDefinitionVersion::getName)
                .findFirst()
                .orElseThrow();
        CustomResourceDefinitionNames names = spec.getNames();
        return kind(spec.getGroup(), version, names.getKind(), names.getPlural(), "Namespaced".equals(spec.getScope()));
    }

    private static ResourceDefinitionContext kind(
            String group, String version, String kind, String plural, boolean namespaced) {
        return new ResourceDefinitionContext.Builder()
                .withGroup(group)
                .withVersion(version)
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(namespaced)
                .build();
    }
}
