package dev.firedrill.conformance.forms;

import dev.firedrill.conformance.Form;
import dev.firedrill.conformance.kubernetes.ControlPlaneConformance;
import dev.firedrill.conformance.link.LinkDeviation;
import dev.firedrill.environments.git.embedded.EmbeddedGitServer;
import dev.firedrill.environments.kubernetes.apiserver.ApiServerBinaries;
import dev.firedrill.environments.kubernetes.apiserver.ApiServerControlPlane;
import dev.firedrill.environments.kubernetes.inprocess.InProcessControlPlane;
import dev.firedrill.environments.link.ToxiproxyBinary;
import dev.firedrill.environments.link.ToxiproxyLinks;
import dev.firedrill.environments.link.ToxiproxyProcess;
import dev.firedrill.environments.postgres.process.EmbeddedPackageCache;
import java.util.List;
import java.util.Optional;

/**
 * The forms that run in this process or as its children. {@code api-server} and {@code toxiproxy} run where their binaries
 * are; with {@code FIREDRILL_REQUIRE_API_SERVER=true} or {@code FIREDRILL_REQUIRE_TOXIPROXY=true} in the environment it is a
 * failure, and not a shorter run, when they are missing.
 */
public final class ProcessForms extends SupervisedForms {
    @Override
    public List<Form<?>> forms() {
        return List.of(
                Form.of("api-server", ApiServerControlPlane.class, this::apiServer)
                        .unlessMissing(ProcessForms::withoutApiServer),
                Form.of(
                        "in-process",
                        InProcessControlPlane.class,
                        () -> InProcessControlPlane.start(ControlPlaneConformance.NAMESPACE)),
                Form.of("embedded", EmbeddedPackageCache.class, () -> EmbeddedPackageCache.open(supervisor())),
                Form.of("embedded", EmbeddedGitServer.class, () -> EmbeddedGitServer.open(supervisor())),
                Form.of(
                        "embedded",
                        ToxiproxyLinks.class,
                        () -> ToxiproxyLinks.embedded(supervisor().ports())),
                Form.of("toxiproxy", ToxiproxyProcess.class, this::toxiproxy)
                        .unlessMissing(ProcessForms::withoutToxiproxy)
                        .deviating(LinkDeviation.ENDS_BOTH_DIRECTIONS_AND_COUNTS_THEN));
    }

    private ApiServerControlPlane apiServer() {
        ApiServerBinaries binaries =
                ApiServerBinaries.find(System.getenv()).orElseThrow(() -> new IllegalStateException(apiServerHint()));
        return ApiServerControlPlane.start(binaries, supervisor(), ControlPlaneConformance.NAMESPACE);
    }

    private static Optional<String> withoutApiServer() {
        boolean runs = required("FIREDRILL_REQUIRE_API_SERVER")
                || ApiServerBinaries.find(System.getenv()).isPresent();
        return runs ? Optional.empty() : Optional.of(apiServerHint());
    }

    private static String apiServerHint() {
        return "no binaries of the real API server in " + ApiServerBinaries.folder(System.getenv())
                + "; run ci/control-plane-binaries";
    }

    private ToxiproxyProcess toxiproxy() {
        return ToxiproxyProcess.open(
                ToxiproxyBinary.find().orElseThrow(() -> new IllegalStateException(toxiproxyHint())), supervisor());
    }

    private static Optional<String> withoutToxiproxy() {
        boolean runs = required("FIREDRILL_REQUIRE_TOXIPROXY")
                || ToxiproxyBinary.find().isPresent();
        return runs ? Optional.empty() : Optional.of(toxiproxyHint());
    }

    private static String toxiproxyHint() {
        return "no Toxiproxy at " + ToxiproxyBinary.place() + "; ci/toxiproxy-binary brings it";
    }

    private static boolean required(String variable) {
        return Boolean.parseBoolean(System.getenv(variable));
    }
}
