package dev.firedrill.environments.role.system;

import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.Product;
import java.util.Optional;

/**
 * The role of what is recovered and judged, between the three stores. Closing ends its processes; closing twice is
 * harmless.
 */
public interface SystemUnderTest extends SystemLife, SystemProcesses, SystemReadiness, AutoCloseable {
    /** What is judged. */
    Product product();

    /**
     * Brings into a control plane what the system has to find there, such as its definitions; called after a control plane
     * was founded or lost, and while no object of it is there.
     *
     * @throws dev.firedrill.model.EnvironmentFailure when the control plane does not take it
     */
    void prepare(ClusterAddress cluster);

    /** Where the public API is served, whenever the system runs. */
    SystemApi api();

    /** Something that not every system can do; empty when this one cannot. */
    <T> Optional<T> ability(Class<T> ability);

    /**
     * The same for what cannot go on without it.
     *
     * @throws MissingAbility when this system cannot do it
     */
    default <T> T need(Class<T> ability) {
        return ability(ability).orElseThrow(() -> new MissingAbility(product(), ability));
    }

    @Override
    void close();
}
