package dev.firedrill.faults;

import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.workload.crd.Crds;
import dev.firedrill.workload.gitops.ClusterClient;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Repository objects as somebody edits them by hand. */
public final class RepositoryObjects implements AutoCloseable {
    private final KubernetesClient client;
    private final String namespace;

    public RepositoryObjects(ClusterAddress cluster) {
        this.client = ClusterClient.of(cluster);
        this.namespace = cluster.namespace();
    }

    /** Lets a Repository ask for its package branch to be created where it is missing. */
    public void askForBranch(String name) {
        named(name).patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"git\":{\"createBranch\":true}}}");
    }

    /** Deletes a Repository, waits until it is gone, and creates it with another URL: its URL cannot be changed. */
    public void replace(String name, String url) {
        GenericKubernetesResource before = present(name);
        named(name).delete();
        Wait.until(
                "the Repository " + name + " to be gone",
                Patience.PASS,
                () -> named(name).get() == null);
        create(before, url);
    }

    /** The same where nobody is there whom a finalizer could wait for. */
    public void replaceUnseen(String name, String url) {
        GenericKubernetesResource before = present(name);
        named(name).patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\":{\"finalizers\":null}}");
        named(name).delete();
        create(before, url);
    }

    private void create(GenericKubernetesResource before, String url) {
        GenericKubernetesResource anew = new GenericKubernetesResource();
        anew.setApiVersion(before.getApiVersion());
        anew.setKind(before.getKind());
        anew.setMetadata(new ObjectMetaBuilder()
                .withName(before.getMetadata().getName())
                .withNamespace(namespace)
                .build());
        Map<String, Object> spec = copy(before.get("spec"));
        Map<String, Object> git = copy(spec.get("git"));
        git.put("repo", url);
        spec.put("git", git);
        anew.setAdditionalProperty("spec", spec);
        client.resource(anew).create();
    }

    private static Map<String, Object> copy(Object map) {
        Map<String, Object> copied = new HashMap<>();
        ((Map<?, ?>) map).forEach((key, value) -> copied.put(String.valueOf(key), value));
        return copied;
    }

    private GenericKubernetesResource present(String name) {
        return Optional.ofNullable(named(name).get())
                .orElseThrow(() -> new EnvironmentFailure("The control plane has no Repository " + name));
    }

    private Resource<GenericKubernetesResource> named(String name) {
        return client.genericKubernetesResources(Crds.REPOSITORIES)
                .inNamespace(namespace)
                .withName(name);
    }

    @Override
    public void close() {
        client.close();
    }
}
