package dev.firedrill.environments.kubernetes.k3s;

import dev.firedrill.environments.docker.ContainerSpec;
import dev.firedrill.environments.docker.Images;
import dev.firedrill.environments.docker.RunningContainer;
import dev.firedrill.environments.docker.ServingContainer;
import dev.firedrill.environments.docker.TarArchive;
import dev.firedrill.environments.kubernetes.HarnessClient;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.model.EnvironmentFailure;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionSpec;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One container of the k3s server with its volume. */
final class K3sContainer implements ServingContainer {
    private static final int API = 6443;
    private static final String DATA = "/var/lib/rancher/k3s";
    /** The sqlite database, or the folder of etcd, with its write-ahead log. */
    private static final String DATASTORE = DATA + "/server/db";
    /**
     * Authorities and certificates, and what is made from them and not made again beside them: kept over a loss, as an
     * operator keeps them, so that credentials stay good.
     */
    private static final List<String> IDENTITY = List.of("tls", "cred");

    /** Every release of k3s keeps in it what it has deployed by itself. */
    private static final String OWN_DEFINITION = "addons.k3s.cattle.io";

    private final K3sSettings settings;
    private final String volume;
    private final RunningContainer container;

    private K3sContainer(K3sSettings settings, String volume, RunningContainer container) {
        this.settings = settings;
        this.volume = volume;
        this.container = container;
    }

    /**
     * Starts a server.
     *
     * @param datastore the tar of a kept datastore; {@code null} for an empty one
     */
    static K3sContainer start(K3sSettings settings, @Nullable Path datastore) {
        String volume = settings.engine().newVolume("k3s-data", Map.of());
        List<String> command = new ArrayList<>(List.of("server"));
        command.addAll(settings.profile().arguments());
        command.addAll(List.of(
                "--tls-san=127.0.0.1",
                "--token=" + settings.token(),
                "--kube-apiserver-arg=token-auth-file=" + DATA + "/" + K3sSettings.USERS));
        ContainerSpec.Builder spec = ContainerSpec.of("k3s", settings.engine().image(Images.Of.K3S))
                .command(command)
                .publish(API, settings.port())
                .mount(volume, DATA)
                .privileged(settings.profile().privileged())
                .seed(DATA, settings::users);
        if (!settings.profile().privileged()) {
            // There is a server for every worker; on one processor each starts as fast and costs a tenth less.
            spec.set("GOMAXPROCS", "1");
            // A tenth of a start is the collection of garbage in memory that nobody else needs.
            spec.set("GOGC", "400");
            spec.set("GOMEMLIMIT", "512MiB");
        }
        for (Path part : settings.identity(IDENTITY)) {
            if (Files.exists(part)) {
                spec.seed(DATA, () -> TarArchive.inside("server", part));
            }
        }
        if (datastore != null) {
            spec.seed(DATA, () -> TarArchive.inside("server", datastore));
        }
        K3sContainer k3s = new K3sContainer(settings, volume, RunningContainer.start(settings.engine(), spec.build()));
        k3s.awaitServing();
        for (String part : IDENTITY) {
            Path kept = settings.identity(List.of(part)).get(0);
            if (!Files.exists(kept)) {
                k3s.copyOut(DATA + "/server/" + part, kept);
            }
        }
        k3s.makeNamespace();
        return k3s;
    }

    @Override
    public RunningContainer container() {
        return container;
    }

    /** What this container's datastore holds that no other's does, and the container that serves it. */
    String incarnation() {
        return call(client -> Objects.requireNonNull(
                                client.namespaces().withName("kube-system").get(), "kube-system")
                        .getMetadata()
                        .getUid())
                + "/" + container.id();
    }

    String version() {
        return call(client -> client.getKubernetesVersion().getGitVersion().replaceFirst("^v", ""));
    }

    String certificateAuthority() {
        return container.run("root", List.of("cat", DATA + "/server/tls/server-ca.crt"));
    }

    /** Copies the datastore as it is at one moment; the server stands still for as long as the copy takes. */
    void keep(Path tar) {
        container.frozen(() -> {
            copyOut(DATASTORE, tar);
            return tar;
        });
    }

    /** What the server holds now. */
    ClusterContents contents() {
        return call(ClusterContents::of);
    }

    /** Whether it holds {@code contents} again, without a new server; if not, a part of them may be back. */
    boolean bringBack(ClusterContents contents) {
        try {
            return call(contents::bringBack);
        } catch (KubernetesClientException refused) {
            // A scenario left the server in a bad state; the caller starts another one.
            return false;
        }
    }

    @Override
    public void startAgain() {
        container.startAgain();
        awaitServing();
    }

    @Override
    public void destroy() {
        container.destroy();
        settings.engine().removeVolume(volume);
    }

    private void awaitServing() {
        // One client for the whole wait, which asks dozens of times: each has threads of its own to start and to end.
        try (KubernetesClient client = HarnessClient.withoutRetries(config())) {
            container.awaitReady("the API of k3s to be ready", Patience.START, () -> serves(client));
        }
    }

    private static boolean serves(KubernetesClient client) {
        try {
            boolean isUp = "ok".equals(client.raw("/readyz"))
                    && client.namespaces().withName("default").get() != null
                    && ownDefinitionIsEstablished(client);
            if (isUp) {
                askForEveryKind(client);
            }
            return isUp;
        } catch (KubernetesClientException notYet) {
            return false;
        }
    }

    /**
     * Whether the server has made what it needs itself. It answers before, but a datastore that was copied in between was
     * once seen to make the next server end itself, waiting for this definition in vain.
     */
    private static boolean ownDefinitionIsEstablished(KubernetesClient client) {
        CustomResourceDefinition own = client.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName(OWN_DEFINITION)
                .get();
        return own != null
                && own.getStatus() != null
                && own.getStatus().getConditions() != null
                && own.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                "Established".equals(condition.getType()) && "True".equals(condition.getStatus()));
    }

    /**
     * Fails as long as objects of a defined kind are not answered with. With 1.31 on etcd a server that says that it is
     * ready answers 429 to lists and watches of a kind until it has read its objects, which it begins when it is first
     * asked for them.
     */
    private static void askForEveryKind(KubernetesClient client) {
        for (CustomResourceDefinition definition :
                client.apiextensions().v1().customResourceDefinitions().list().getItems()) {
            CustomResourceDefinitionSpec kind = definition.getSpec();
            for (CustomResourceDefinitionVersion version : kind.getVersions()) {
                // From what the server has read, not from the datastore; what is not served is answered with null.
                client.raw("/apis/" + kind.getGroup() + "/" + version.getName() + "/"
                        + kind.getNames().getPlural() + "?resourceVersion=0");
            }
        }
    }

    private void makeNamespace() {
        Namespace wanted = new NamespaceBuilder()
                .withNewMetadata()
                .withName(settings.namespace())
                .endMetadata()
                .build();
        call(client -> {
            if (client.namespaces().withName(settings.namespace()).get() == null) {
                client.namespaces().resource(wanted).create();
            }
            return true;
        });
    }

    private void copyOut(String path, Path target) {
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try (InputStream tar = container.tar(path)) {
            Files.copy(tar, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new EnvironmentFailure(
                    "What k3s holds could not be copied to " + target + ": " + refused.getMessage(), refused);
        }
    }

    @FunctionalInterface
    private interface Call<T> {
        T on(KubernetesClient client);
    }

    private <T> T call(Call<T> what) {
        try (KubernetesClient client = HarnessClient.of(config())) {
            return what.on(client);
        }
    }

    private Config config() {
        Config config =
                Config.fromKubeconfig(settings.kubeconfig(new InetSocketAddress("127.0.0.1", settings.port()), ""));
        // Users of the address check the certificate; before the first start it is not known.
        config.setTrustCerts(true);
        return config;
    }
}
