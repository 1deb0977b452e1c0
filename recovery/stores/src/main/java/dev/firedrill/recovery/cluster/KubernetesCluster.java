package dev.firedrill.recovery.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.ClusterView;
import dev.firedrill.recovery.model.NotActedOn;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RepositoryStatus;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.model.VariantStatus;
import dev.firedrill.recovery.port.Cluster;
import dev.firedrill.recovery.port.ClusterUnavailable;
import dev.firedrill.recovery.port.Credentials;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The control plane through the Kubernetes API. */
public final class KubernetesCluster implements Cluster, AutoCloseable {
    private static final int ATTEMPTS = 3;

    private final KubernetesClient client;
    private final String namespace;
    private final StatusWriter statuses;
    private final Map<String, Optional<Credentials>> secrets = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> invalid = new ConcurrentHashMap<>();
    private final List<Watches> watches = new CopyOnWriteArrayList<>();
    private final ResourceVersions versions = new ResourceVersions();

    /** Takes over {@code client} and closes it. */
    public KubernetesCluster(KubernetesClient client, String namespace, Clock clock) {
        this.client = client;
        this.namespace = namespace;
        this.statuses = new StatusWriter(clock);
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public synchronized ClusterView look() {
        // Secrets are read once for each look: often enough to heal, rarely enough for many repositories.
        secrets.clear();
        GenericKubernetesResourceList repositories = list(Definitions.REPOSITORY);
        GenericKubernetesResourceList variants = list(Definitions.VARIANT);
        List<Repository> valid = new ArrayList<>();
        Map<String, String> reasons = new TreeMap<>();
        invalid.clear();
        for (GenericKubernetesResource item : repositories.getItems()) {
            JsonNode json = json(item, Definitions.REPOSITORY);
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
                .map(item -> VariantParser.parse(json(item, Definitions.VARIANT)))
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

    private GenericKubernetesResourceList list(ResourceDefinitionContext kind) {
        try {
            return client.genericKubernetesResources(kind)
                    .inNamespace(namespace)
                    .list();
        } catch (KubernetesClientException e) {
            // A connection that broke need not have told those who wait on it.
            watches.forEach(Watches::distrust);
            throw ClusterFailures.of(server(), kind, e);
        }
    }

    private JsonNode json(GenericKubernetesResource item, ResourceDefinitionContext kind) {
        ObjectNode node =
                Json.objectIn(client.getKubernetesSerialization().asJson(item)).orElseGet(Json::object);
        // Items of a list need not repeat what the list says.
        node.put("apiVersion", kind.getGroup() + "/" + kind.getVersion());
        node.put("kind", kind.getKind());
        return node;
    }

    @Override
    public Optional<Credentials> credentials(String secretName) {
        return secrets.computeIfAbsent(secretName, this::readSecret);
    }

    private Optional<Credentials> readSecret(String name) {
        try {
            Secret secret =
                    client.secrets().inNamespace(namespace).withName(name).get();
            return secret == null || secret.getData() == null ? Optional.empty() : login(secret.getData());
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
                throw new ClusterUnavailable(
                        "control plane " + server() + " forbids Secret '" + name + "'; grant get on Secrets.", e);
            }
            throw ClusterFailures.unreachable(server(), e);
        }
    }

    private static Optional<Credentials> login(Map<String, String> data) {
        if (data.containsKey("bearerToken")) {
            return Optional.of(new Credentials("", decoded(data.get("bearerToken"))));
        }
        if (data.containsKey("password")) {
            return Optional.of(
                    new Credentials(decoded(data.getOrDefault("username", "")), decoded(data.get("password"))));
        }
        return Optional.empty();
    }

    private static String decoded(String base64) {
        return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    @Override
    public void report(Repository repository, RepositoryStatus status) {
        statuses.of(repository, status)
                .ifPresent(body -> apply(Definitions.REPOSITORY, repository.name(), body, "repository-controller"));
    }

    @Override
    public void reportInvalid(String repository, String message) {
        Optional.ofNullable(invalid.get(repository))
                .flatMap(json -> statuses.ofInvalid(json, message))
                .ifPresent(body -> apply(Definitions.REPOSITORY, repository, body, "repository-controller"));
    }

    @Override
    public void report(Variant variant, VariantStatus status) {
        statuses.of(variant, status)
                .ifPresent(body -> apply(Definitions.VARIANT, variant.name(), body, "packagevariant-controller"));
    }

    private void apply(ResourceDefinitionContext kind, String name, ObjectNode status, String manager) {
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

    private Resource<GenericKubernetesResource> resource(ResourceDefinitionContext kind, String name) {
        return client.genericKubernetesResources(kind).inNamespace(namespace).withName(name);
    }

    /** Whether a 404 is about the object, which somebody deleted meanwhile, and not about its kind. */
    private boolean gone(ResourceDefinitionContext kind, String name, KubernetesClientException failure) {
        if (failure.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
            return false;
        }
        return list(kind).getItems().stream()
                .noneMatch(item -> item.getMetadata().getName().equals(name));
    }

    @Override
    public void hold(Repository repository) {
        if (!finalizers(repository.json()).contains(REPOSITORY_FINALIZER)) {
            changeFinalizers(Definitions.REPOSITORY, repository.name(), REPOSITORY_FINALIZER, true);
        }
    }

    @Override
    public void release(Repository repository) {
        changeFinalizers(Definitions.REPOSITORY, repository.name(), REPOSITORY_FINALIZER, false);
    }

    @Override
    public void hold(Variant variant) {
        if (!finalizers(variant.json()).contains(VARIANT_FINALIZER)) {
            changeFinalizers(Definitions.VARIANT, variant.name(), VARIANT_FINALIZER, true);
        }
    }

    @Override
    public void release(Variant variant) {
        changeFinalizers(Definitions.VARIANT, variant.name(), VARIANT_FINALIZER, false);
    }

    private static List<String> finalizers(String json) {
        List<String> found = new ArrayList<>();
        Json.objectIn(json)
                .ifPresent(
                        object -> object.path("metadata").path("finalizers").forEach(each -> found.add(each.asText())));
        return found;
    }

    private void changeFinalizers(ResourceDefinitionContext kind, String name, String finalizer, boolean present) {
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

    private String server() {
        return client.getConfiguration().getMasterUrl();
    }

    @Override
    public void close() {
        watches.forEach(Watches::close);
        client.close();
    }
}
