package dev.firedrill.proof.fields;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.model.EnvironmentFailure;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** Changes one leaf of one object in the control plane, as far as the API lets anybody do that. */
final class ObjectDamage implements Damage {
    private static final KubernetesSerialization JSON = new KubernetesSerialization();

    private final KubernetesClient client;

    ObjectDamage(KubernetesClient client) {
        this.client = client;
    }

    @Override
    public Repair damage(Fact fact) throws Refused {
        var object = object(fact);
        var before = JSON.convertValue(object.get(), JsonNode.class);
        var wanted = before.deepCopy();
        if (!Altered.change(wanted, "", fact.field())) {
            throw new Refused("the API does not answer with it any more");
        }
        try {
            write(object, fact, wanted);
        } catch (KubernetesClientException e) {
            throw new Refused("the API refuses it: " + firstLine(e));
        }
        return () -> repair(object, fact, before);
    }

    private Resource<GenericKubernetesResource> object(Fact fact) throws Refused {
        var kind = fact.subject().kind().replaceAll("\\..*", "");
        var group = fact.subject().kind().replaceFirst("^[^.]*\\.?", "");
        var version = version(group, kind);
        var objects = client.genericKubernetesResources(group.isEmpty() ? version : group + "/" + version, kind);
        var namespace = fact.subject().namespace();
        var object = namespace.isEmpty()
                ? objects.withName(fact.subject().name())
                : objects.inNamespace(namespace).withName(fact.subject().name());
        if (object.get() == null) {
            throw new Refused("the API does not answer with it any more");
        }
        return object;
    }

    private static String version(String group, String kind) {
        return kind.equals("PackageVariantSet") ? "v1alpha2" : group.startsWith("config.porch") ? "v1alpha1" : "v1";
    }

    private static void write(Resource<GenericKubernetesResource> object, Fact fact, JsonNode wanted) {
        var changed = JSON.convertValue(wanted, GenericKubernetesResource.class);
        // What was read may be outdated by the time it is put back; nobody else writes here.
        changed.getMetadata().setResourceVersion(null);
        var handle = object.get();
        changed.getMetadata().setResourceVersion(handle.getMetadata().getResourceVersion());
        if (fact.field().startsWith("status")) {
            object.subresource("status").patch(changed);
        } else {
            object.patch(changed);
        }
    }

    private static void repair(Resource<GenericKubernetesResource> object, Fact fact, JsonNode before) {
        try {
            write(object, fact, before);
        } catch (KubernetesClientException e) {
            throw new EnvironmentFailure(
                    "Could not put back " + fact.field() + " of " + fact.subject() + ": " + e.getMessage(), e);
        }
    }

    private static String firstLine(KubernetesClientException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
