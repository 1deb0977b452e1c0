package dev.firedrill.environments.kubernetes.existing;

import dev.firedrill.environments.interlock.MarkedStore;
import dev.firedrill.environments.interlock.Target;
import dev.firedrill.environments.kubernetes.HarnessClient;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.EnvironmentFailure;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLException;

/**
 * A namespace of a cluster as the interlock sees it, together with the definitions of Porch's kinds, which are the
 * cluster's: to lose them hits every namespace, so there may be none but those that a drill made.
 */
final class MarkedCluster implements MarkedStore, AutoCloseable {
    /** The ConfigMap of the marker. */
    static final String MARKER = "firedrill-interlock";

    private static final String SAID = "said";
    /** What the drill's own definitions carry. */
    private static final Map<String, String> OURS = Map.of("app.kubernetes.io/managed-by", "firedrill");

    private static final String PORCH = "porch.kpt.dev";

    private final String cluster;
    private final String namespace;
    private final KubernetesClient client;

    MarkedCluster(Target.Cluster target) {
        cluster = target.context();
        namespace = target.namespace();
        try {
            client = client(target.kubeconfig());
        } catch (KubernetesClientException | IllegalArgumentException unusable) {
            throw new EnvironmentFailure(
                    "No client could be made for the cluster " + cluster
                            + "; see that the certificates and keys of its kubeconfig are whole",
                    unusable);
        }
    }

    private static KubernetesClient client(String kubeconfig) {
        return HarnessClient.of(Config.fromKubeconfig(kubeconfig));
    }

    /** Why a client that uses this kubeconfig does not trust the server; empty when it does, or cannot tell. */
    static Optional<String> certificateObjection(String kubeconfig) {
        try (KubernetesClient through = client(kubeconfig)) {
            through.getKubernetesVersion();
            return Optional.empty();
        } catch (KubernetesClientException refused) {
            Throwable cause = refused;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause instanceof GeneralSecurityException || cause instanceof SSLException
                    ? Optional.of(String.valueOf(cause.getMessage()))
                    : Optional.empty();
        }
    }

    @Override
    public String title() {
        return "namespace " + namespace + " of the cluster " + cluster;
    }

    @Override
    public Optional<String> marker() {
        return note(MARKER);
    }

    @Override
    public List<String> foreign() {
        return call("look at what is there", api -> {
            List<String> found = new ArrayList<>();
            for (CustomResourceDefinition definition : definitions()) {
                String group = definition.getSpec().getGroup();
                if ((group.equals(PORCH) || group.endsWith("." + PORCH)) && !isOurs(definition.getMetadata())) {
                    found.add("the definition " + definition.getMetadata().getName());
                }
            }
            if (namespace().isPresent()) {
                found.addAll(new NamespaceContents(api, namespace).foreign());
            }
            return found;
        });
    }

    @Override
    public void plant(String text) {
        makeNamespace(Optional.empty());
        write(MARKER, text);
    }

    @Override
    public void wipe() {
        String kept = marker().orElse("");
        Optional<Namespace> found = namespace();
        remove();
        makeNamespace(found);
        write(MARKER, kept);
    }

    @Override
    public String byHand() {
        return "delete there that namespace and the definitions of " + PORCH + " that are labelled as managed by"
                + " firedrill";
    }

    /** The namespace as it is. */
    Optional<Namespace> namespace() {
        return call(
                "read it",
                api -> Optional.ofNullable(api.namespaces().withName(namespace).get()));
    }

    /** Makes the namespace, with the labels and annotations of another; harmless when it is there. */
    void makeNamespace(Optional<Namespace> like) {
        call("make it", api -> {
            if (api.namespaces().withName(namespace).get() == null) {
                Optional<ObjectMeta> meta = like.map(Namespace::getMetadata);
                api.resource(new NamespaceBuilder()
                                .withNewMetadata()
                                .withName(namespace)
                                .withLabels(meta.map(ObjectMeta::getLabels).orElse(OURS))
                                .withAnnotations(
                                        meta.map(ObjectMeta::getAnnotations).orElse(Map.of()))
                                .endMetadata()
                                .build())
                        .create();
            }
            return true;
        });
    }

    /** Deletes the drill's definitions with all their objects, and the namespace. */
    void remove() {
        call("delete it", api -> {
            boolean tended = isTended();
            if (namespace().isPresent()) {
                new NamespaceContents(api, namespace).delete();
            }
            for (CustomResourceDefinition definition : definitions()) {
                if (isOurs(definition.getMetadata())) {
                    api.resource(definition).delete();
                }
            }
            api.namespaces().withName(namespace).delete();
            if (!tended) {
                finish();
            }
            return true;
        });
        Wait.until(title() + " and its definitions to be gone", Patience.START, this::left, List::isEmpty);
    }

    private List<String> left() {
        List<String> left = new ArrayList<>();
        definitions().stream()
                .map(CustomResourceDefinition::getMetadata)
                .filter(MarkedCluster::isOurs)
                .forEach(meta -> left.add("definition " + meta.getName()));
        namespace()
                .ifPresent(
                        one -> left.add("namespace in phase " + one.getStatus().getPhase() + ", held by "
                                + one.getSpec().getFinalizers()));
        return left;
    }

    /** What a ConfigMap of the harness says. */
    Optional<String> note(String name) {
        return call(
                "read the marker",
                api -> Optional.ofNullable(api.configMaps()
                                .inNamespace(namespace)
                                .withName(name)
                                .get())
                        .map(ConfigMap::getData)
                        .map(data -> data.getOrDefault(SAID, "")));
    }

    void write(String name, String text) {
        call(
                "write " + name,
                api -> api.resource(new ConfigMapBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .withNamespace(namespace)
                                .withLabels(OURS)
                                .endMetadata()
                                .addToData(SAID, text)
                                .build())
                        .createOr(NonDeletingOperation::update));
    }

    /** Whether the API answers at all. */
    boolean answers() {
        try {
            client.namespaces().withName(namespace).get();
            return true;
        } catch (KubernetesClientException silent) {
            return false;
        }
    }

    String version() {
        return call("read the version", api -> api.getKubernetesVersion().getGitVersion());
    }

    private List<CustomResourceDefinition> definitions() {
        return call(
                "list the definitions",
                api -> api.apiextensions()
                        .v1()
                        .customResourceDefinitions()
                        .list()
                        .getItems());
    }

    private static boolean isOurs(ObjectMeta meta) {
        return meta.getLabels() != null && meta.getLabels().entrySet().containsAll(OURS.entrySet());
    }

    /** Whether controllers run, of which one deletes namespaces; each namespace has something of another of them. */
    private boolean isTended() {
        return List.of(namespace, "default").stream()
                .anyMatch(one -> client.configMaps()
                                .inNamespace(one)
                                .withName("kube-root-ca.crt")
                                .get()
                        != null);
    }

    /** Does what nobody else does in a cluster without controllers. */
    private void finish() {
        Namespace left = client.namespaces().withName(namespace).get();
        if (left != null) {
            left.getSpec().setFinalizers(new ArrayList<>());
            client.raw("/api/v1/namespaces/" + namespace + "/finalize", "PUT", left);
        }
    }

    private <T> T call(String what, Function<KubernetesClient, T> task) {
        try {
            return task.apply(client);
        } catch (KubernetesClientException refused) {
            throw new EnvironmentFailure(
                    "Could not " + what + " (" + title() + "): " + refused.getMessage()
                            + "; see that the cluster answers and that the kubeconfig's user may do that",
                    refused);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
