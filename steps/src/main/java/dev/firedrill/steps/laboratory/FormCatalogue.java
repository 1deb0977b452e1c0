package dev.firedrill.steps.laboratory;

import dev.firedrill.environments.containers.ContainerControlPlane;
import dev.firedrill.environments.containers.ContainerGitServer;
import dev.firedrill.environments.containers.ContainerLinks;
import dev.firedrill.environments.containers.ContainerPackageCache;
import dev.firedrill.environments.containers.Engine;
import dev.firedrill.environments.containers.Images;
import dev.firedrill.environments.controlplane.ApiServerBinaries;
import dev.firedrill.environments.controlplane.ApiServerControlPlane;
import dev.firedrill.environments.controlplane.inprocess.InProcessControlPlane;
import dev.firedrill.environments.database.EmbeddedPackageCache;
import dev.firedrill.environments.existing.ExistingSite;
import dev.firedrill.environments.git.EmbeddedGitServer;
import dev.firedrill.environments.link.NoLinks;
import dev.firedrill.environments.link.ToxiproxyBinary;
import dev.firedrill.environments.link.ToxiproxyLinks;
import dev.firedrill.environments.link.ToxiproxyProcess;
import dev.firedrill.environments.process.Leash;
import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.environments.role.GitServer;
import dev.firedrill.environments.role.Links;
import dev.firedrill.environments.role.PackageCache;
import dev.firedrill.vocabulary.LaboratoryBroken;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The one place that knows which form of a role has which name. */
public final class FormCatalogue {
    private static final List<String> CONTROL_PLANES = List.of(
            "in-process", "api-server", "containers", "containers-etcd", "containers-privileged", Forms.EXISTING);
    private static final List<String> OTHERS = List.of("embedded", "containers", Forms.EXISTING);
    private static final List<String> LINKS = List.of("embedded", "toxiproxy", "containers", "none");
    private static final String NAMESPACE = "firedrill";

    private FormCatalogue() {}

    /** The form of every role, by the one name that stands for all four; empty when there is no such name. */
    public static Optional<Forms> environment(String name) {
        return switch (name) {
            case "embedded" -> Optional.of(Forms.embedded());
            case "containers" -> Optional.of(Forms.containers());
            case Forms.EXISTING -> Optional.of(Forms.existing());
            default -> Optional.empty();
        };
    }

    /** Why these forms cannot be had, as a sentence for the user; empty when they can. */
    public static Optional<String> objection(Forms forms) {
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

    static ControlPlane controlPlane(Leash leash, Forms forms) {
        return switch (forms.controlPlane()) {
            case "in-process" -> InProcessControlPlane.start();
            case "api-server" -> ApiServerControlPlane.start(binaries(), leash, NAMESPACE);
            case "containers" -> ContainerControlPlane.open(engine(leash, forms), leash, NAMESPACE);
            case "containers-etcd" -> ContainerControlPlane.openOnEtcd(engine(leash, forms), leash, NAMESPACE);
            case "containers-privileged" ->
                ContainerControlPlane.openPrivileged(engine(leash, forms), leash, NAMESPACE);
            case Forms.EXISTING -> site(forms).controlPlane(leash);
            default -> throw unknown("control plane", forms.controlPlane());
        };
    }

    static GitServer git(Leash leash, Forms forms) {
        return switch (forms.git()) {
            case "embedded" -> EmbeddedGitServer.open(leash);
            case "containers" -> ContainerGitServer.open(engine(leash, forms), leash);
            case Forms.EXISTING -> site(forms).git(leash);
            default -> throw unknown("git server", forms.git());
        };
    }

    static PackageCache database(Leash leash, Forms forms) {
        return switch (forms.database()) {
            case "embedded" -> EmbeddedPackageCache.open(leash);
            case "containers" -> ContainerPackageCache.open(engine(leash, forms));
            case Forms.EXISTING -> site(forms).database(leash);
            default -> throw unknown("package cache", forms.database());
        };
    }

    static Links links(Leash leash, Forms forms) {
        return switch (forms.links()) {
            case "embedded" -> ToxiproxyLinks.embedded();
            case "toxiproxy" -> ToxiproxyProcess.open(toxiproxy(), leash);
            case "containers" -> ContainerLinks.open(engine(leash, forms));
            case "none" -> new NoLinks();
            default -> throw unknown("links", forms.links());
        };
    }

    /** What the forms run from, by name; empty when nothing but this build is behind them. */
    public static Map<String, String> versions(Leash leash, Forms forms) {
        boolean inContainers = Stream.of(forms.controlPlane(), forms.git(), forms.database(), forms.links())
                .anyMatch(form -> form.startsWith("containers"));
        return inContainers ? engine(leash, forms).versions() : Map.of();
    }

    /** One engine for all laboratories of a run, opened when the first form asks for it. */
    private static Engine engine(Leash leash, Forms forms) {
        return leash.shared(Engine.class, () -> Engine.open(Images.configured(forms.images())), Engine::close);
    }

    private static ExistingSite site(Forms forms) {
        return forms.site()
                .orElseThrow(() -> new IllegalArgumentException("the forms name no target for their existing stores"));
    }

    private static ApiServerBinaries binaries() {
        return ApiServerBinaries.find(System.getenv())
                .orElseThrow(() -> new LaboratoryBroken("No kube-apiserver and etcd in "
                        + ApiServerBinaries.folder(System.getenv())
                        + "; bring them there with ci/control-plane-binaries, or use --control-plane in-process"));
    }

    private static Path toxiproxy() {
        return ToxiproxyBinary.find()
                .orElseThrow(() -> new LaboratoryBroken("No Toxiproxy at " + ToxiproxyBinary.place()
                        + "; bring it there with ci/toxiproxy-binary, or use --links embedded"));
    }

    private static IllegalArgumentException unknown(String role, String form) {
        return new IllegalArgumentException("no form '" + form + "' of the " + role + " is known");
    }
}
