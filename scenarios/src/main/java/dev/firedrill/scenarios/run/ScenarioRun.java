package dev.firedrill.scenarios.run;

import dev.firedrill.environments.system.OrchestratorProcess;
import dev.firedrill.environments.system.RecoveryRun;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.faults.DisasterInjector;
import dev.firedrill.model.DraftBranches;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Seed;
import dev.firedrill.model.Store;
import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.oracle.observe.Observer;
import dev.firedrill.scenarios.assertion.RecoveredStateAssert;
import dev.firedrill.scenarios.assertion.RescueSetAssert;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.plan.Batching;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.plan.PackageNames;
import dev.firedrill.scenarios.plan.PostDisasterState;
import dev.firedrill.scenarios.recording.PhaseTimer;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.testbed.Environment;
import dev.firedrill.scenarios.testbed.RecoveryJournal;
import dev.firedrill.scenarios.testbed.RescueClient;
import dev.firedrill.scenarios.testbed.Testbed;
import dev.firedrill.scenarios.testbed.TestbedWorkloadTarget;
import dev.firedrill.workload.gitops.Rollout;
import dev.firedrill.workload.history.Markers;
import dev.firedrill.workload.history.Story;
import dev.firedrill.workload.history.Workload;
import dev.firedrill.workload.ledger.Change;
import dev.firedrill.workload.ledger.Ledger;
import dev.firedrill.workload.ledger.Operation;
import dev.firedrill.workload.world.RevisionId;
import dev.firedrill.workload.world.RevisionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A history as one scenario continues it: the stores at its end, a ledger of its own, and those who act on them. */
public final class ScenarioRun {
    private final Testbed bench;
    private final DrillOptions options;
    private final ScenarioRecorder findings;
    private final Story story;
    private final Ledger ledger;
    private final TestbedWorkloadTarget workbench;
    private final RecoveryDriver recovery;
    private final Observer observer;
    private Optional<PostDisasterState> struck = Optional.empty();
    private Optional<CompletableFuture<?>> background = Optional.empty();

    ScenarioRun(Testbed bench, Story story, DrillOptions options, ScenarioRecorder findings) {
        this.bench = bench;
        this.options = options;
        this.findings = findings;
        this.story = story;
        this.ledger = story.ledger().copy();
        this.workbench = new TestbedWorkloadTarget(laboratory(), ledger);
        this.recovery = new RecoveryDriver(laboratory(), workbench, options.broken(), bench.pushesDrafts());
        this.observer = new Observer(
                workbench.cluster(), workbench.porch(), workbench.git(), workbench.database(), Clock.systemUTC());
    }

    public Story story() {
        return story;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Environment laboratory() {
        return bench.laboratory();
    }

    public TestbedWorkloadTarget workbench() {
        return workbench;
    }

    public RecoveryDriver recovery() {
        return recovery;
    }

    /** Whether drafts have had branches in git so far, and have them from now on. */
    DraftBranches draftBranches() {
        return new DraftBranches(bench.pushesDrafts(), recovery.pushesDrafts());
    }

    /** Waits until an orchestrator that runs has said that it misses a store. */
    public void awaitNoticed(List<Store> stores) {
        if (!stores.isEmpty()
                && laboratory()
                        .orchestrator()
                        .filter(OrchestratorProcess::alive)
                        .isPresent()) {
            workbench
                    .settling()
                    .until(
                            "the orchestrator to notice that a store is gone",
                            status -> !status.problems().isEmpty());
        }
    }

    /** Lets a disaster happen while nobody looks on; tells what it leaves. */
    public PostDisasterState strike(DisasterPlan course, ScenarioRecorder noted, PhaseTimer phases) {
        try (DisasterInjector strike =
                new DisasterInjector(laboratory(), course.disaster(), course.restores(), noted)) {
            strike.cutOff();
            strike.concerned()
                    .forEach(store -> phases.measure(
                            "restore " + store.title(),
                            store.key(),
                            strike.describe(store),
                            () -> strike.restore(store, story.gitRepositories())));
        }
        return aftermath();
    }

    /** Does everything that follows a disaster until the system is whole. */
    public void recover(DisasterPlan course) {
        recover(
                course,
                course.rollout()
                        .of(story.manifests(RecoveryPoint.DISASTER), new Seed(options.seed()).derive("rollout", 0)),
                course.rollout().overlapping() ? Batching.OVERLAPPING : Batching.AWAITED);
    }

    /** The same with the objects of a lost cluster coming back as {@code rollout} says. */
    public void recover(DisasterPlan course, Rollout rollout, Batching batching) {
        if (course.clusterIsLost()) {
            recovery.installDefinitions();
        }
        recovery.startOrchestrator();
        if (course.clusterIsLost() && course.manifests()) {
            recovery.apply(rollout, batching);
        }
        recovery.settle(course.confirmation());
    }

    /** What the disaster has left, without asking an orchestrator. */
    public PostDisasterState aftermath() {
        Observation stores = observeStores();
        Map<String, Map<String, String>> refs = new TreeMap<>();
        stores.git().forEach((name, repository) -> refs.put(name, repository.refs()));
        PostDisasterState left = new PostDisasterState(stores, new Markers(workbench).read(refs));
        struck = Optional.of(left);
        return left;
    }

    /**
     * When the recovery began: when the stores were back, or, when nothing happened to them, with the orchestrator, which
     * then has no reason to look at anything anew.
     */
    public Instant recoversSince(DisasterPlan course, PostDisasterState aftermath) {
        return laboratory()
                .orchestrator()
                .filter(running -> course.disaster().sparesTheStores())
                .map(OrchestratorProcess::startedAt)
                .orElse(aftermath.stores().takenAt());
    }

    /** What the stores say, without asking an orchestrator. */
    public Observation observeStores() {
        return reading(() -> observer.observeStores(story.gitRepositories()));
    }

    /** What scenarios may claim about {@code after}. */
    public RecoveredStateAssert outcome(Observation after) {
        return new RecoveredStateAssert(ledger, after, rescued(after));
    }

    /** What was taken out of the cache, which held what the disaster had left, or the whole history where there was none. */
    public RescueSetAssert rescued(Observation after) {
        Map<RevisionId, RevisionState> former = new TreeMap<>();
        if (struck.isPresent()) {
            struck.get().stores().rows().forEach((id, row) -> former.put(id, row.state()));
        } else {
            former.putAll(ledger.stateAt(RecoveryPoint.DISASTER).rows());
        }
        return new RescueSetAssert(former, after, rescueShelf());
    }

    /** What alignment took out since the disaster, as an operator gets at it. */
    public RescueClient rescueShelf() {
        return new RescueClient(
                laboratory(),
                options.broken(),
                story.ledger().timeOf(RecoveryPoint.DISASTER).orElseThrow());
    }

    /** A recovery command, run once. */
    public RecoveryRun run(String... command) {
        return laboratory().run(options.broken(), command);
    }

    /** What the stores and the public API say. */
    public Observation observe() {
        return reading(() -> observer.observe(story.gitRepositories()));
    }

    private Observation reading(Supplier<Observation> read) {
        Instant began = Instant.now();
        Observation seen = read.get();
        findings.readBack(began, Duration.between(began, Instant.now()));
        return seen;
    }

    /** Waits until the orchestrator's journal has a step of this name. */
    public void awaitStep(String step) {
        Path journal = laboratory().orchestrator().orElseThrow().journal();
        Wait.until("the orchestrator to reach the step " + step, Patience.START, () -> contains(journal, step));
    }

    /** The journal of the orchestrator that runs, or ran last. */
    public RecoveryJournal journal() {
        return new RecoveryJournal(laboratory().orchestrator().orElseThrow().journal());
    }

    /** Approves a proposal without waiting for the answer, which may never come. */
    void approveInTheBackground(String packageName) {
        workInBackground(workload -> workload.approve(PackageNames.named(packageName)));
    }

    /** Does a user's work without waiting for the answer, which may never come. */
    public void workInBackground(Consumer<Workload> work) {
        background = Optional.of(inBackground(() -> {
            work.accept(new Workload(workbench.porch(), ledger));
            return null;
        }));
    }

    /** Does something on a thread of its own. */
    public static <T extends @Nullable Object> CompletableFuture<T> inBackground(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> {
            Thread thread = new Thread(task, "firedrill-workload");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Waits until what was begun in the background has got its answer, or the end of its connection. */
    public void awaitBackground() {
        background.ifPresent(CompletableFuture::join);
        keepDisaster();
    }

    /** What was attempted last belongs to the world at the disaster. */
    public void keepDisaster() {
        ledger.done("harness", Operation.KEEP, "stores", new Change.Kept(RecoveryPoint.DISASTER));
    }

    private static boolean contains(Path journal, String step) {
        try {
            return Files.exists(journal) && Files.readString(journal).contains("\"" + step + "\"");
        } catch (IOException e) {
            throw new EnvironmentFailure("The journal " + journal + " cannot be read: " + e.getMessage(), e);
        }
    }
}
