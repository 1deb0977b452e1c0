package dev.firedrill.scenarios.testbed;

import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.docker.Images;
import dev.firedrill.environments.existing.ExistingSite;
import dev.firedrill.environments.git.embedded.EmbeddedGitServer;
import dev.firedrill.environments.git.gitea.ContainerGitServer;
import dev.firedrill.environments.kubernetes.apiserver.ApiServerBinaries;
import dev.firedrill.environments.kubernetes.apiserver.ApiServerControlPlane;
import dev.firedrill.environments.kubernetes.inprocess.InProcessControlPlane;
import dev.firedrill.environments.kubernetes.k3s.ContainerControlPlane;
import dev.firedrill.environments.link.ContainerLinks;
import dev.firedrill.environments.link.NoLinks;
import dev.firedrill.environments.link.ToxiproxyBinary;
import dev.firedrill.environments.link.ToxiproxyLinks;
import dev.firedrill.environments.link.ToxiproxyProcess;
import dev.firedrill.environments.postgres.container.ContainerPackageCache;
import dev.firedrill.environments.postgres.process.EmbeddedPackageCache;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.environments.role.GitServer;
import dev.firedrill.environments.role.Links;
import dev.firedrill.environments.role.PackageCache;
import dev.firedrill.model.EnvironmentFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The one place that knows which form of a role has which name. */
public final class EnvironmentFactory {
    private static final List<String> CONTROL_PLANES = List.of(
            "in-process",
            "api-server",
            "containers",
            "containers-etcd",
            "containers-privileged",
            EnvironmentSpec.EXISTING);
    private static final List<String> OTHERS = List.of("embedded", "containers", EnvironmentSpec.EXISTING);
    private static final List<String> LINKS = List.of("embedded", "toxiproxy", "containers", "none");
    private static final String NAMESPACE = "firedrill";

    private EnvironmentFactory() {}

    /** The form of every role, by the one name that stands for all four; empty when there is no such name. */
    public static Optional<EnvironmentSpec> environment(String name) {
        return switch (name) {
            case "embedded" -> Optional.of(EnvironmentSpec.embedded());
            case "containers" -> Optional.of(EnvironmentSpec.containers());
            case EnvironmentSpec.EXISTING -> Optional.of(EnvironmentSpec.existing());
            default -> Optional.empty();
        };
    }

    /** Why these forms cannot be had, as a sentence for the user; empty when they can. */
    public static Optional<String> objection(EnvironmentSpec forms) {
        return objection("--control-plane", forms.controlPlane(), CONTROL_PLANES)
                .or(() -> objection("--git", forms.git(), OTHERS))
                .or(() -> objection("--database", forms.database(), OTHERS))
                .or(() -> objection("--links", forms.links(), LINKS))
                .or(() -> objection(forms.images()));
    }

    private static Optional<String> objection(String option, String form, List<String> known) {
        return known.contains(form)
                ? Optional.empty()
                : Optional.of(option + " " + form + ": known forms are " + String.join(", ", known));
    }

    private static Optional<String> objection(Map<String, String> images) {
        try {
            Images.configured(images);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(wrong.getMessage());
        }
    }

    static ControlPlane controlPlane(ProcessSupervisor supervisor, EnvironmentSpec forms) {
        return switch (forms.controlPlane()) {
            case "in-process" -> InProcessControlPlane.start();
            case "api-server" -> ApiServerControlPlane.start(binaries(), supervisor, NAMESPACE);
            case "containers" -> ContainerControlPlane.open(engine(supervisor, forms), supervisor, NAMESPACE);
            case "containers-etcd" ->
                ContainerControlPlane.openOnEtcd(engine(supervisor, forms), supervisor, NAMESPACE);
            case "containers-privileged" ->
                ContainerControlPlane.openPrivileged(engine(supervisor, forms), supervisor, NAMESPACE);
            case EnvironmentSpec.EXISTING -> site(forms).controlPlane(supervisor);
            default -> throw unknown("control plane", forms.controlPlane());
        };
    }

    static GitServer git(ProcessSupervisor supervisor, EnvironmentSpec forms) {
        return switch (forms.git()) {
            case "embedded" -> EmbeddedGitServer.open(supervisor);
            case "containers" -> ContainerGitServer.open(engine(supervisor, forms), supervisor);
            case EnvironmentSpec.EXISTING -> site(forms).git(supervisor);
            default -> throw unknown("git server", forms.git());
        };
    }

    static PackageCache database(ProcessSupervisor supervisor, EnvironmentSpec forms) {
        return switch (forms.database()) {
            case "embedded" -> EmbeddedPackageCache.open(supervisor);
            case "containers" -> ContainerPackageCache.open(engine(supervisor, forms));
            case EnvironmentSpec.EXISTING -> site(forms).database(supervisor);
            default -> throw unknown("package cache", forms.database());
        };
    }

    static Links links(ProcessSupervisor supervisor, EnvironmentSpec forms) {
        return switch (forms.links()) {
            case "embedded" -> ToxiproxyLinks.embedded(supervisor.ports());
            case "toxiproxy" -> ToxiproxyProcess.open(toxiproxy(), supervisor);
            case "containers" -> ContainerLinks.open(engine(supervisor, forms));
            case "none" -> new NoLinks();
            default -> throw unknown("links", forms.links());
        };
    }

    /** What the forms run from, by name; empty when nothing but this build is behind them. */
    public static Map<String, String> versions(ProcessSupervisor supervisor, EnvironmentSpec forms) {
        boolean inContainers = Stream.of(forms.controlPlane(), forms.git(), forms.database(), forms.links())
                .anyMatch(form -> form.startsWith("containers"));
        return inContainers ? engine(supervisor, forms).versions() : Map.of();
    }

    /** One engine for all environments of a run, opened when the first form asks for it. */
    private static Engine engine(ProcessSupervisor supervisor, EnvironmentSpec forms) {
        return supervisor.shared(Engine.class, () -> Engine.open(Images.configured(forms.images())), Engine::close);
    }

    private static ExistingSite site(EnvironmentSpec forms) {
        return forms.site()
                .orElseThrow(() -> new IllegalArgumentException("the forms name no target for their existing stores"));
    }

    private static ApiServerBinaries binaries() {
        return ApiServerBinaries.find(System.getenv())
                .orElseThrow(() -> new EnvironmentFailure("No kube-apiserver and etcd in "
                        + ApiServerBinaries.folder(System.getenv())
                        + "; bring them there with ci/control-plane-binaries, or use --control-plane in-process"));
    }

    private static Path toxiproxy() {
        return ToxiproxyBinary.find()
                .orElseThrow(() -> new EnvironmentFailure("No Toxiproxy at " + ToxiproxyBinary.place()
                        + "; bring it there with ci/toxiproxy-binary, or use --links embedded"));
    }

    private static IllegalArgumentException unknown(String role, String form) {
        return new IllegalArgumentException("no form '" + form + "' of the " + role + " is known");
    }
}
