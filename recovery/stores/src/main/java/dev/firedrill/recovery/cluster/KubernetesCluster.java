package dev.firedrill.recovery.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.ClusterView;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RepositoryStatus;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.model.VariantStatus;
import dev.firedrill.recovery.plan.NotActedOn;
import dev.firedrill.recovery.port.Cluster;
import dev.firedrill.recovery.port.Credentials;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The control plane through the Kubernetes API. */
public final class KubernetesCluster implements Cluster, AutoCloseable {
    private final KubernetesClient client;
    private final String namespace;
    private final StatusWriter statuses;
    private final SecretReader secrets;
    private final NamespaceObjects objects;
    private final Map<String, JsonNode> invalid = new ConcurrentHashMap<>();
    private final List<Watches> watches = new CopyOnWriteArrayList<>();
    private final ResourceVersions versions = new ResourceVersions();

    /** Takes over {@code client} and closes it. */
    public KubernetesCluster(KubernetesClient client, String namespace, Clock clock) {
        this.client = client;
        this.namespace = namespace;
        this.statuses = new StatusWriter(clock);
        this.secrets = new SecretReader(client, namespace);
        this.objects = new NamespaceObjects(client, namespace, () -> watches.forEach(Watches::distrust));
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public synchronized ClusterView look() {
        // Secrets are read once for each look: often enough to heal, rarely enough for many repositories.
        secrets.forget();
        GenericKubernetesResourceList repositories = objects.list(Definitions.REPOSITORY);
        GenericKubernetesResourceList variants = objects.list(Definitions.VARIANT);
        List<Repository> valid = new ArrayList<>();
        Map<String, String> reasons = new TreeMap<>();
        invalid.clear();
        for (GenericKubernetesResource item : repositories.getItems()) {
            JsonNode json = objects.json(item, Definitions.REPOSITORY);
            try {
                valid.add(RepositoryParser.parse(json));
            } catch (InvalidObject e) {
                String name = item.getMetadata().getName();
                invalid.put(name, json);
                reasons.put(name, "Repository '" + name + "' cannot be used: " + e.getMessage() + ".");
            }
        }
        valid.sort(Comparator.comparing(Repository::name));
        List<Variant> parsed = variants.getItems().stream()
                .map(item -> VariantParser.parse(objects.json(item, Definitions.VARIANT)))
                .sorted(Comparator.comparing(Variant::name))
                .toList();
        String version = String.valueOf(repositories.getMetadata().getResourceVersion());
        versions.observe(version).ifPresent(older -> watches.forEach(Watches::distrust));
        watches.forEach(Watches::renew);
        return new ClusterView(valid, parsed, reasons, variantSets(), version);
    }

    @Override
    public boolean isThere(OwnerReference owner) {
        return new OwnerLookup(client, namespace).isThere(owner);
    }

    /** Sets are not acted on, so that a control plane that does not know them, or does not show them, is no obstacle. */
    private Map<String, String> variantSets() {
        Map<String, String> sets = new TreeMap<>();
        try {
            for (GenericKubernetesResource set : client.genericKubernetesResources(Definitions.VARIANT_SET)
                    .inNamespace(namespace)
                    .list()
                    .getItems()) {
                String name = set.getMetadata().getName();
                sets.put(name, NotActedOn.set(name));
            }
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
                sets.put(
                        "packagevariantsets",
                        "whether there are PackageVariantSets, which this recovery does not act on, cannot be told: the"
                                + " control plane answers " + e.getCode());
            }
        }
        return sets;
    }

    @Override
    public Optional<Credentials> credentials(String secretName) {
        return secrets.login(secretName);
    }

    @Override
    public void report(Repository repository, RepositoryStatus status) {
        statuses.of(repository, status)
                .ifPresent(body ->
                        objects.applyStatus(Definitions.REPOSITORY, repository.name(), body, "repository-controller"));
    }

    @Override
    public void reportInvalid(String repository, String message) {
        Optional.ofNullable(invalid.get(repository))
                .flatMap(json -> statuses.ofInvalid(json, message))
                .ifPresent(
                        body -> objects.applyStatus(Definitions.REPOSITORY, repository, body, "repository-controller"));
    }

    @Override
    public void report(Variant variant, VariantStatus status) {
        statuses.of(variant, status)
                .ifPresent(body ->
                        objects.applyStatus(Definitions.VARIANT, variant.name(), body, "packagevariant-controller"));
    }

    @Override
    public void hold(Repository repository) {
        if (!finalizers(repository.json()).contains(REPOSITORY_FINALIZER)) {
            objects.changeFinalizers(Definitions.REPOSITORY, repository.name(), REPOSITORY_FINALIZER, true);
        }
    }

    @Override
    public void release(Repository repository) {
        objects.changeFinalizers(Definitions.REPOSITORY, repository.name(), REPOSITORY_FINALIZER, false);
    }

    @Override
    public void hold(Variant variant) {
        if (!finalizers(variant.json()).contains(VARIANT_FINALIZER)) {
            objects.changeFinalizers(Definitions.VARIANT, variant.name(), VARIANT_FINALIZER, true);
        }
    }

    @Override
    public void release(Variant variant) {
        objects.changeFinalizers(Definitions.VARIANT, variant.name(), VARIANT_FINALIZER, false);
    }

    private static List<String> finalizers(String json) {
        List<String> found = new ArrayList<>();
        Json.objectIn(json)
                .ifPresent(
                        object -> object.path("metadata").path("finalizers").forEach(each -> found.add(each.asText())));
        return found;
    }

    @Override
    public AutoCloseable onChange(Runnable wake) {
        Watches watching = new Watches(client, namespace, wake);
        watches.add(watching);
        watching.renew();
        return () -> {
            watches.remove(watching);
            watching.close();
        };
    }

    @Override
    public void close() {
        watches.forEach(Watches::close);
        client.close();
    }
}
