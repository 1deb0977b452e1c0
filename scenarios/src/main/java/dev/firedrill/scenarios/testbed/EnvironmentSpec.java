package dev.firedrill.scenarios.testbed;

import dev.firedrill.environments.existing.ExistingSite;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which form each role of the environment takes in a drill; {@link EnvironmentFactory} knows the names.
 *
 * @param controlPlane the form of the Kubernetes API
 * @param git the form of the git server
 * @param database the form of the package cache
 * @param links the form of what stands between the orchestrator and these
 * @param system which system is judged
 * @param images the images that the user named for forms in containers, by the product's key
 * @param site where the forms {@code existing} are; empty when no role has that form
 */
public record EnvironmentSpec(
        String controlPlane,
        String git,
        String database,
        String links,
        String system,
        Map<String, String> images,
        Optional<ExistingSite> site) {
    /** The form of a store that is not the harness's own. */
    public static final String EXISTING = "existing";

    /** The system that is shipped: our orchestrator. */
    public static final String FIREDRILL = "firedrill";

    /** More workers than this fight for memory and gain nothing. */
    private static final int MOST_WORKERS = 4;

    public EnvironmentSpec {
        images = Map.copyOf(images);
    }

    /** The forms that need nothing installed. */
    public static EnvironmentSpec embedded() {
        return new EnvironmentSpec(
                "in-process", "embedded", "embedded", "embedded", FIREDRILL, Map.of(), Optional.empty());
    }

    /** Every role as a real product in a container. */
    public static EnvironmentSpec containers() {
        return new EnvironmentSpec(
                "containers", "containers", "containers", "containers", FIREDRILL, Map.of(), Optional.empty());
    }

    /**
     * Every store as one that is not the harness's own, with links of the harness between: the orchestrator runs on this
     * machine.
     */
    public static EnvironmentSpec existing() {
        return new EnvironmentSpec(EXISTING, EXISTING, EXISTING, "embedded", FIREDRILL, Map.of(), Optional.empty());
    }

    /** Whether a store is not the harness's own; there is only one of it then. */
    public boolean usesExisting() {
        return Stream.of(controlPlane, git, database).anyMatch(EXISTING::equals);
    }

    /**
     * How many scenarios at a time use this machine best. With every store in a container they often wait for the engine
     * and for products that start, so that one scenario more finds a processor free.
     */
    public int usualWorkers() {
        if (usesExisting()) {
            return 1;
        }
        boolean allInContainers = Stream.of(controlPlane, git, database).allMatch("containers"::equals);
        int processors = Runtime.getRuntime().availableProcessors();
        return Math.min(processors + (allInContainers ? 1 : 0), MOST_WORKERS);
    }

    /** The same forms at a target. */
    public EnvironmentSpec at(ExistingSite site) {
        return new EnvironmentSpec(controlPlane, git, database, links, system, images, Optional.of(site));
    }

    /** The same forms with another control plane. */
    public EnvironmentSpec withControlPlane(String form) {
        return new EnvironmentSpec(form, git, database, links, system, images, site);
    }

    /** The same forms with another package cache. */
    public EnvironmentSpec withDatabase(String form) {
        return new EnvironmentSpec(controlPlane, git, form, links, system, images, site);
    }
}
