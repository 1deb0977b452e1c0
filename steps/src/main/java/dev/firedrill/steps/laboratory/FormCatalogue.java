package dev.firedrill.steps.laboratory;

import dev.firedrill.environments.controlplane.ApiServerBinaries;
import dev.firedrill.environments.controlplane.ApiServerControlPlane;
import dev.firedrill.environments.controlplane.inprocess.InProcessControlPlane;
import dev.firedrill.environments.database.EmbeddedPackageCache;
import dev.firedrill.environments.git.EmbeddedGitServer;
import dev.firedrill.environments.link.ToxiproxyLinks;
import dev.firedrill.environments.process.Leash;
import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.environments.role.GitServer;
import dev.firedrill.environments.role.Links;
import dev.firedrill.environments.role.PackageCache;
import dev.firedrill.vocabulary.LaboratoryBroken;
import java.util.List;
import java.util.Optional;

/** The one place that knows which form of a role has which name. */
public final class FormCatalogue {
    /** The forms of the control plane. */
    public static final List<String> CONTROL_PLANES = List.of("in-process", "api-server");

    private static final List<String> EMBEDDED = List.of("embedded");
    private static final String NAMESPACE = "firedrill";

    private FormCatalogue() {}

    /** Why these forms cannot be had, as a sentence for the user; empty when they can. */
    public static Optional<String> objection(Forms forms) {
        return objection("--control-plane", forms.controlPlane(), CONTROL_PLANES)
                .or(() -> objection("--git", forms.git(), EMBEDDED))
                .or(() -> objection("--database", forms.database(), EMBEDDED))
                .or(() -> objection("--links", forms.links(), EMBEDDED));
    }

    private static Optional<String> objection(String option, String form, List<String> known) {
        return known.contains(form)
                ? Optional.empty()
                : Optional.of(option + " " + form + ": known forms are " + String.join(", ", known));
    }

    static ControlPlane controlPlane(Leash leash, Forms forms) {
        return switch (forms.controlPlane()) {
            case "in-process" -> InProcessControlPlane.start();
            case "api-server" -> ApiServerControlPlane.start(binaries(), leash, NAMESPACE);
            default -> throw unknown("control plane", forms.controlPlane());
        };
    }

    static GitServer git(Leash leash, Forms forms) {
        if (forms.git().equals("embedded")) {
            return EmbeddedGitServer.open(leash);
        }
        throw unknown("git server", forms.git());
    }

    static PackageCache database(Leash leash, Forms forms) {
        if (forms.database().equals("embedded")) {
            return EmbeddedPackageCache.open(leash);
        }
        throw unknown("package cache", forms.database());
    }

    static Links links(Forms forms) {
        if (forms.links().equals("embedded")) {
            return ToxiproxyLinks.embedded();
        }
        throw unknown("links", forms.links());
    }

    private static ApiServerBinaries binaries() {
        return ApiServerBinaries.find(System.getenv())
                .orElseThrow(() -> new LaboratoryBroken("No kube-apiserver and etcd in "
                        + ApiServerBinaries.folder(System.getenv())
                        + "; bring them there with ci/control-plane-binaries, or use --control-plane in-process"));
    }

    private static IllegalArgumentException unknown(String role, String form) {
        return new IllegalArgumentException("no form '" + form + "' of the " + role + " is known");
    }
}
