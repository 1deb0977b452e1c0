package dev.firedrill.scenarios.testbed;

import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.system.SystemForm;
import dev.firedrill.environments.role.system.SystemStores;
import dev.firedrill.environments.system.shipped.ShippedForm;
import dev.firedrill.environments.system.shipped.ShippedSettings;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.workload.gitops.GitOps;
import java.time.Duration;

/** Opens one form of the system under test on the stores of an environment. */
@FunctionalInterface
public interface SystemForms {
    /**
     * Opens it without starting anything.
     *
     * @param supervisor holds its processes
     * @param name tells its processes from others of the run: letters, digits and dashes
     * @param stores what it works on
     * @param pollInterval how often it looks at its stores without being asked, where it can be told
     */
    SystemForm open(ProcessSupervisor supervisor, String name, SystemStores stores, Duration pollInterval);

    /** The form that {@code spec} names. */
    static SystemForms of(EnvironmentSpec spec) {
        return switch (spec.system()) {
            case EnvironmentSpec.FIREDRILL -> SystemForms::shipped;
            default -> throw new IllegalArgumentException("no form '" + spec.system() + "' of the system is known");
        };
    }

    private static SystemForm shipped(
            ProcessSupervisor supervisor, String name, SystemStores stores, Duration pollInterval) {
        String version = String.valueOf(SystemForms.class.getPackage().getImplementationVersion());
        return new ShippedForm(
                supervisor, name, stores, new ShippedSettings(version, pollInterval, SystemForms::installDefinitions));
    }

    private static void installDefinitions(ClusterAddress cluster) {
        try (GitOps gitOps = GitOps.on(cluster)) {
            gitOps.installDefinitions();
        }
    }
}
