package dev.firedrill.environments.kubernetes.apiserver;

import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.docker.Here;
import dev.firedrill.environments.docker.Images;
import dev.firedrill.environments.kubernetes.inprocess.InProcessControlPlane;
import dev.firedrill.environments.kubernetes.k3s.ContainerControlPlane;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.ControlPlane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * The forms of control plane that can run here: {@code api-server} where its binaries are, {@code in-process} always,
 * {@code existing} in a cluster of ours, a real one if it can be, that plays that of somebody else, or, in a run of its
 * own, {@code containers} where an engine and an image of k3s are, on sqlite and on etcd. Each is started once and
 * serves all classes of the suite. With {@code FIREDRILL_REQUIRE_API_SERVER=true} in the environment it is a failure,
 * and not a shorter suite, when the binaries are missing; so with {@code FIREDRILL_REQUIRE_CONTAINERS=k3s}.
 */
final class Forms implements ArgumentsProvider {
    static final String NAMESPACE = "drill";

    private static final String ELSEWHERE = "elsewhere";

    /** A system property that names the only form to try: {@code api-server}, {@code in-process} or {@code containers}. */
    private static final String ONLY = "firedrill.conformance.only";

    private static final String REQUIRE = "FIREDRILL_REQUIRE_API_SERVER";
    private static final Logger LOG = Logger.getLogger(Forms.class.getName());

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        Running running = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class);
        return running.planes.stream().map(Arguments::of);
    }

    /** The started forms; JUnit closes them after the last class. */
    static final class Running implements AutoCloseable {
        private final ProcessSupervisor leash = ProcessSupervisor.open();
        private final List<Subject> planes = new ArrayList<>();

        Running() {
            String only = System.getProperty(ONLY, "");
            if (only.equals("containers")) {
                Engine engine = leash.shared(Engine.class, () -> Here.engineFor(Images.Of.K3S), Engine::close);
                planes.add(new Subject(ContainerControlPlane.open(engine, leash, NAMESPACE)));
                planes.add(new Subject(ContainerControlPlane.openOnEtcd(engine, leash, NAMESPACE)));
                return;
            }
            if (!only.equals("in-process")) {
                apiServer().ifPresent(planes::add);
            }
            if (!only.equals("api-server")) {
                planes.add(new Subject(InProcessControlPlane.start(NAMESPACE)));
                ControlPlane other = Optional.of(only)
                        .filter(""::equals)
                        .flatMap(both -> ApiServerBinaries.find(System.getenv()))
                        .<ControlPlane>map(found -> ApiServerControlPlane.start(found, leash, ELSEWHERE))
                        .orElseGet(() -> InProcessControlPlane.start(ELSEWHERE));
                planes.add(new Subject(OtherCluster.existing(other, NAMESPACE)));
            }
            LOG.warning(() -> "The conformance of the control plane is tried on " + planes);
        }

        private Optional<Subject> apiServer() {
            Optional<ApiServerBinaries> binaries = ApiServerBinaries.find(System.getenv());
            String missing = "no binaries of the real API server in " + ApiServerBinaries.folder(System.getenv())
                    + "; run ci/control-plane-binaries";
            if (binaries.isEmpty() && Boolean.parseBoolean(System.getenv(REQUIRE))) {
                throw new IllegalStateException(missing);
            }
            if (binaries.isEmpty()) {
                LOG.warning(missing);
            }
            return binaries.map(found -> new Subject(ApiServerControlPlane.start(found, leash, NAMESPACE)));
        }

        @Override
        public void close() {
            planes.forEach(Subject::close);
            leash.close();
        }
    }
}
