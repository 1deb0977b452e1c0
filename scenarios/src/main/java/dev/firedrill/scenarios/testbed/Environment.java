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
import dev.firedrill.environments.system.CommandHost;
import dev.firedrill.environments.system.OrchestratorOptions;
import dev.firedrill.environments.system.OrchestratorProcess;
import dev.firedrill.environments.system.RecoveryRun;
import dev.firedrill.environments.system.StoreArguments;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.faults.FaultTarget;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.GitAddress;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Store;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The stores of one worker, a link to each, and the orchestrator between them. Addresses stay the same for as long as the
 * laboratory is open, so that a history written here can be gone back to as often as scenarios need it.
 */
public final class Environment implements FaultTarget, AutoCloseable {
    /** Often, because drills are short; no more often, because a scenario that waits for a pass asks for one. */
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    /** Where a look at git starts processes in a product, for every repository. */
    private static final Duration POLL_INTERVAL_OF_PRODUCTS = Duration.ofSeconds(3);

    private final ProcessSupervisor leash;
    private final String name;
    private final EnvironmentStores stores;
    private final int orchestratorPort;
    private final CommandHost orchestratorHost;
    private final CommandHost operatorHost;
    private final Map<Store, Link> linkTo = new EnumMap<>(Store.class);
    private Optional<OrchestratorProcess> orchestrator = Optional.empty();

    private Environment(ProcessSupervisor leash, String name, EnvironmentStores stores) {
        this.leash = leash;
        this.orchestratorPort = leash.ports().free();
        this.name = name;
        this.stores = stores;
        this.orchestratorHost = new CommandHost(leash, name + "-orchestrator", folder());
        this.operatorHost = new CommandHost(leash, name + "-operator", leash.directory(name + "-operator"));
        linkTo.put(
                Store.CONTROL_PLANE,
                links().open(name + "-control-plane", controlPlane().endpoint()));
        linkTo.put(Store.GIT, links().open(name + "-git", git().endpoint()));
        linkTo.put(Store.DATABASE, links().open(name + "-database", database().endpoint()));
    }

    /**
     * Starts stores in the given forms.
     *
     * @param name tells this laboratory from others of the run: letters, digits and dashes
     * @throws EnvironmentFailure when a store does not start
     */
    public static Environment open(ProcessSupervisor leash, EnvironmentSpec forms, String name) {
        return new Environment(leash, name, EnvironmentStores.start(leash, forms));
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

    /** The control plane as the orchestrator reaches it. */
    public ClusterAddress clusterForOrchestrator() {
        return controlPlane().addressThrough(linkTo(Store.CONTROL_PLANE).address());
    }

    /** The git server as the orchestrator reaches it; these URLs go into Repository objects. */
    public GitAddress gitForOrchestrator() {
        return git().addressThrough(linkTo(Store.GIT).address());
    }

    /** The package cache as the orchestrator reaches it. */
    public DatabaseAddress databaseForOrchestrator() {
        return database().addressThrough(linkTo(Store.DATABASE).address());
    }

    /** Keeps the present state of all three stores under one name. The database goes first: dossier §7.7. */
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

    /** What of the laboratory ended although nobody told it to; nothing that waits for its answers can succeed. */
    public Optional<String> endedByItself() {
        return Stream.of(controlPlane(), git(), database(), links())
                .filter(Supervised.class::isInstance)
                .map(Supervised.class::cast)
                .flatMap(role -> role.endedByItself().stream())
                .findFirst();
    }

    /** How the shipped recovery is started on these stores. */
    public OrchestratorOptions shippedOrchestrator() {
        boolean embedded = git().product().form().equals("embedded");
        return OrchestratorOptions.shipped(embedded ? POLL_INTERVAL : POLL_INTERVAL_OF_PRODUCTS);
    }

    /**
     * Starts the orchestrator; its API listens when this returns, its first pass may still run.
     *
     * @throws IllegalStateException when one runs already
     */
    public OrchestratorProcess startOrchestrator(OrchestratorOptions options) {
        if (orchestrator.filter(OrchestratorProcess::alive).isPresent()) {
            throw new IllegalStateException("the orchestrator of " + name + " runs already");
        }
        OrchestratorProcess started = OrchestratorProcess.start(
                orchestratorHost,
                orchestratorPort,
                folder(),
                clusterForOrchestrator(),
                databaseForOrchestrator(),
                options);
        orchestrator = Optional.of(started);
        return started;
    }

    /** Where every orchestrator of this laboratory serves its API. */
    public URI orchestratorApi() {
        return URI.create("http://127.0.0.1:" + orchestratorPort);
    }

    /** The orchestrator that runs, or ran last. */
    public Optional<OrchestratorProcess> orchestrator() {
        return orchestrator;
    }

    /** Ends the orchestrator and its process as {@code kill -9} does; harmless when none runs. */
    public void killOrchestrator() {
        orchestrator.ifPresent(OrchestratorProcess::kill);
        orchestrator = Optional.empty();
    }

    /** Ends the orchestrator in order; harmless when none runs. */
    @Override
    public void endOrchestrator() {
        if (orchestratorHost.makesArchive()) {
            orchestratorHost.stop();
        } else {
            orchestrator.ifPresent(OrchestratorProcess::end);
        }
        orchestrator = Optional.empty();
    }

    /** A recovery command that works on this laboratory's stores, run once, beside the orchestrator's process. */
    public RecoveryRun run(Optional<String> broken, String... command) {
        List<String> words = List.of(command);
        int subcommands = command[0].equals("rescue") ? 2 : 1;
        // A working folder of its own: the orchestrator may hold the clones of its own.
        StoreArguments where = StoreArguments.write(
                leash.directory(name + "-operator"), clusterForOrchestrator(), databaseForOrchestrator());
        List<String> arguments = new ArrayList<>(words.subList(0, subcommands));
        arguments.addAll(where.arguments());
        arguments.addAll(words.subList(subcommands, words.size()));
        return operatorHost.begin(broken, arguments).await(Patience.PASS);
    }

    /** The orchestrator's folder: its clones, its journal, its configuration. */
    public Path folder() {
        return leash.directory(name + "-orchestrator");
    }

    @Override
    public void close() {
        orchestratorHost.close();
        operatorHost.close();
        stores.close();
    }
}
