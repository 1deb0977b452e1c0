package dev.firedrill.environments.system.shipped;

import dev.firedrill.environments.role.HasLogs;
import dev.firedrill.environments.role.system.Consents;
import dev.firedrill.environments.role.system.CrashPoints;
import dev.firedrill.environments.role.system.ExplainsObstacles;
import dev.firedrill.environments.role.system.Journals;
import dev.firedrill.environments.role.system.Plans;
import dev.firedrill.environments.role.system.PushesDrafts;
import dev.firedrill.environments.role.system.Quarantines;
import dev.firedrill.environments.role.system.Rescues;
import dev.firedrill.environments.role.system.Settlement;
import dev.firedrill.environments.role.system.StartOptions;
import dev.firedrill.environments.role.system.SystemApi;
import dev.firedrill.environments.role.system.SystemStores;
import dev.firedrill.environments.role.system.SystemUnderTest;
import dev.firedrill.environments.role.system.WatchesOnly;
import dev.firedrill.environments.system.AttendedWait;
import dev.firedrill.environments.system.OrchestratorProcess;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.Product;
import dev.firedrill.model.SystemStatement;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our orchestrator on the stores of one environment, with the shipped recovery or a deliberately wrong one. */
final class ShippedSystem implements SystemUnderTest {
    private final ShippedHost host;
    private final Optional<String> mutant;
    private final SystemStores stores;
    private final ShippedSettings settings;
    private final OrchestratorPages pages;
    private final ShippedReadiness readiness;
    private final Map<Class<?>, Object> abilities;
    private Optional<OrchestratorProcess> process = Optional.empty();

    ShippedSystem(ShippedHost host, Optional<String> mutant, SystemStores stores, ShippedSettings settings) {
        this.host = host;
        this.mutant = mutant;
        this.stores = stores;
        this.settings = settings;
        this.pages = new OrchestratorPages(host.api());
        this.readiness = new ShippedReadiness(pages);
        this.abilities = abilities();
    }

    private Map<Class<?>, Object> abilities() {
        OperatorCommands commands = new OperatorCommands(host, mutant, stores);
        Path confirmation = host.folder().resolve("confirmation.ndjson");
        HasLogs logs = () -> process.map(OrchestratorProcess::log)
                .map(log -> Map.of("orchestrator", log))
                .orElse(Map.of());
        Quarantines quarantines =
                () -> said().map(SystemStatement::namedAsQuarantined).orElse(List.of());
        ExplainsObstacles explains =
                () -> pages.status().map(StatusPage::obstacles).orElse(List.of());
        PushesDrafts pushes = () -> StartOptions.of("--push-drafts-to-git");
        return Map.of(
                HasLogs.class, logs,
                Journals.class, new ShippedJournals(OrchestratorProcess.journalIn(host.folder()), confirmation),
                CrashPoints.class, new ShippedCrashPoints(host.folder().resolve("go-on"), this::awaitExit),
                Consents.class, new ShippedConsents(commands, confirmation),
                Quarantines.class, quarantines,
                Rescues.class, new ShippedRescues(commands),
                Plans.class, new ShippedPlans(commands),
                WatchesOnly.class, new ShippedWatching(pages),
                ExplainsObstacles.class, explains,
                PushesDrafts.class, pushes);
    }

    @Override
    public Product product() {
        return new Product(
                "own process",
                mutant.map(name -> "broken recovery '" + name + "'").orElse("Firedrill recovery"),
                settings.version(),
                mutant.isEmpty());
    }

    @Override
    public void prepare(ClusterAddress cluster) {
        settings.definitions().accept(cluster);
    }

    @Override
    public SystemApi api() {
        return SystemApi.open(host.api());
    }

    @Override
    public <T> Optional<T> ability(Class<T> ability) {
        return Optional.ofNullable(abilities.get(ability)).map(ability::cast);
    }

    @Override
    public void start(StartOptions options) {
        if (alive()) {
            throw new IllegalStateException("the orchestrator at " + host.api() + " runs already");
        }
        List<String> arguments = new ArrayList<>(options.words());
        if (!arguments.contains(ShippedWatching.INTERVAL)) {
            arguments.addAll(
                    List.of(ShippedWatching.INTERVAL, settings.pollInterval().toString()));
        }
        process = Optional.of(OrchestratorProcess.start(
                host.orchestrator(),
                host.port(),
                host.folder(),
                stores.clusterForSystem(),
                stores.databaseForSystem(),
                mutant,
                arguments));
    }

    @Override
    public void end() {
        if (host.orchestrator().makesArchive()) {
            host.orchestrator().stop();
        } else {
            process.ifPresent(OrchestratorProcess::end);
        }
        process = Optional.empty();
    }

    @Override
    public void kill() {
        process.ifPresent(OrchestratorProcess::kill);
        process = Optional.empty();
    }

    @Override
    public boolean alive() {
        return process.filter(OrchestratorProcess::alive).isPresent();
    }

    @Override
    public List<Long> pids() {
        return process.map(OrchestratorProcess::pid).stream().toList();
    }

    @Override
    public Optional<Instant> startedAt() {
        return process.map(OrchestratorProcess::startedAt);
    }

    @Override
    public void standStill() {
        process.ifPresent(OrchestratorProcess::standStill);
    }

    @Override
    public void goOn() {
        process.ifPresent(OrchestratorProcess::goOn);
    }

    @Override
    public Settlement settle(Instant since) {
        return readiness.settle(since, AttendedWait.of(this, stores));
    }

    @Override
    public void look(Instant since) {
        readiness.pass(since, AttendedWait.of(this, stores));
    }

    @Override
    public Optional<SystemStatement> said() {
        return pages.status().map(StatusPage::statement);
    }

    private int awaitExit() {
        return process.orElseThrow(() -> new IllegalStateException("no orchestrator was started"))
                .awaitExit();
    }

    @Override
    public void close() {
        kill();
    }
}
