package dev.firedrill.scenarios.testbed;

import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.environments.role.GitServer;
import dev.firedrill.environments.role.Link;
import dev.firedrill.environments.role.Links;
import dev.firedrill.environments.role.PackageCache;
import dev.firedrill.environments.role.Rewindable;
import dev.firedrill.environments.role.StoreRole;
import dev.firedrill.environments.role.Supervised;
import dev.firedrill.environments.role.system.SystemForm;
import dev.firedrill.environments.role.system.SystemStores;
import dev.firedrill.environments.role.system.SystemUnderTest;
import dev.firedrill.environments.system.AttendedWait;
import dev.firedrill.faults.FaultTarget;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.GitAddress;
import dev.firedrill.model.Product;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Store;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The stores of one worker, a link to each, and the system under test between them. Addresses stay the same for as long as
 * the environment is open, so that a history written here can be gone back to as often as scenarios need it.
 */
public final class Environment implements FaultTarget, SystemStores, AutoCloseable {
    /** Often, because drills are short; no more often, because a scenario that waits for a look asks for one. */
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    /** Where a look at git starts processes in a product, for every repository. */
    private static final Duration POLL_INTERVAL_OF_PRODUCTS = Duration.ofSeconds(3);

    private final EnvironmentStores stores;
    private final SystemForm form;
    private final Map<Store, Link> linkTo = new EnumMap<>(Store.class);
    private SystemUnderTest judged;

    private Environment(ProcessSupervisor supervisor, String name, EnvironmentStores stores, SystemForms systems) {
        this.stores = stores;
        boolean embedded = stores.git().product().form().equals("embedded");
        this.form = systems.open(supervisor, name, this, embedded ? POLL_INTERVAL : POLL_INTERVAL_OF_PRODUCTS);
        this.judged = form.intact();
        linkTo.put(
                Store.CONTROL_PLANE,
                links().open(name + "-control-plane", controlPlane().endpoint()));
        linkTo.put(Store.GIT, links().open(name + "-git", git().endpoint()));
        linkTo.put(Store.DATABASE, links().open(name + "-database", database().endpoint()));
    }

    /**
     * Starts stores in the given forms.
     *
     * @param systems opens the form of the system under test
     * @param name tells this environment from others of the run: letters, digits and dashes
     * @throws EnvironmentFailure when a store does not start
     */
    public static Environment open(
            ProcessSupervisor supervisor, EnvironmentSpec forms, SystemForms systems, String name) {
        return new Environment(supervisor, name, EnvironmentStores.start(supervisor, forms), systems);
    }

    @Override
    public ControlPlane controlPlane() {
        return stores.controlPlane();
    }

    @Override
    public GitServer git() {
        return stores.git();
    }

    @Override
    public PackageCache database() {
        return stores.database();
    }

    public Links links() {
        return stores.links();
    }

    /** The orchestrator's connection to {@code store}. */
    @Override
    public Link linkTo(Store store) {
        return linkTo.get(store);
    }

    @Override
    public ClusterAddress clusterForSystem() {
        return controlPlane().addressThrough(linkTo(Store.CONTROL_PLANE).address());
    }

    /** The git server as the orchestrator reaches it; these URLs go into Repository objects. */
    public GitAddress gitForOrchestrator() {
        return git().addressThrough(linkTo(Store.GIT).address());
    }

    @Override
    public DatabaseAddress databaseForSystem() {
        return database().addressThrough(linkTo(Store.DATABASE).address());
    }

    /**
     * Keeps the present state of all three stores under one name. The database goes first: what is published in between is
     * then in git only and comes back from there, whereas published rows without a tag would be taken out.
     */
    public void keep(RecoveryPoint point) {
        database().keep(point);
        git().keep(point);
        controlPlane().keep(point);
    }

    /** Whether all stores can be put back to a point that was kept. */
    public boolean rewinds() {
        return controlPlane().rewinds() && git().rewinds() && database().rewinds();
    }

    /**
     * Ends the orchestrator, heals every link and puts the stores back to {@code point}.
     *
     * @param spared stores that are lost or rewound before anybody looks at them: they stay as they are where they work
     */
    public void resetTo(RecoveryPoint point, Set<Store> spared) {
        endOrchestrator();
        links().heal();
        stores.inParallel(
                () -> reset(Store.DATABASE, database(), point, spared),
                () -> reset(Store.GIT, git(), point, spared),
                () -> reset(Store.CONTROL_PLANE, controlPlane(), point, spared));
    }

    private static <T extends StoreRole & Rewindable> void reset(
            Store store, T role, RecoveryPoint point, Set<Store> spared) {
        if (!spared.contains(store) || !works(role)) {
            role.resetTo(point);
        }
    }

    /** Whether something stands there that a disaster can happen to; the start after the last one may have failed. */
    private static boolean works(StoreRole role) {
        try {
            return !role.incarnation().isEmpty();
        } catch (EnvironmentFailure dead) {
            return false;
        }
    }

    /** What of the stores and links ended although nobody told it to; nothing that waits for its answers can succeed. */
    @Override
    public Optional<String> endedByItself() {
        return Stream.of(controlPlane(), git(), database(), links())
                .filter(Supervised.class::isInstance)
                .map(Supervised.class::cast)
                .flatMap(role -> role.endedByItself().stream())
                .findFirst();
    }

    /** The system that histories are written by, whichever is judged. */
    public SystemUnderTest author() {
        return form.intact();
    }

    /** The system that is judged. */
    public SystemUnderTest system() {
        return judged;
    }

    /**
     * From now on another system is judged.
     *
     * @param broken the deliberately wrong recovery that it has; empty for the system as it is meant to be
     */
    public void judge(Optional<String> broken) {
        judged = broken.map(form::broken).orElseGet(form::intact);
    }

    /** What is judged when {@link #judge} is told the same. */
    Product product(Optional<String> broken) {
        return broken.map(form::broken).orElseGet(form::intact).product();
    }

    /** What people used until a disaster goes on only if that is what is judged. */
    public void handOver() {
        if (judged != author()) {
            author().end();
        }
    }

    /** Waiting for {@code system}, which is in vain when it or a store ends by itself. */
    public AttendedWait waitingFor(SystemUnderTest system) {
        return AttendedWait.of(system, this);
    }

    /** Ends the system that runs in order; harmless when none runs. */
    @Override
    public void endOrchestrator() {
        judged.end();
        author().end();
    }

    @Override
    public void close() {
        form.close();
        stores.close();
    }
}
