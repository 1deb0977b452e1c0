package dev.firedrill.scenarios.run;

import dev.firedrill.environments.role.system.ExplainsObstacles;
import dev.firedrill.environments.role.system.Journals;
import dev.firedrill.environments.role.system.Rescues;
import dev.firedrill.environments.role.system.Rescues.Rescued;
import dev.firedrill.environments.role.system.SystemUnderTest;
import dev.firedrill.faults.DisasterInjector;
import dev.firedrill.model.DraftBranches;
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
import dev.firedrill.scenarios.recording.Claims;
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
    private final Testbed testbed;
    private final SystemUnderTest system;
    private final Claims claims;
    private final DrillOptions options;
    private final ScenarioRecorder recorder;
    private final Story story;
    private final Ledger ledger;
    private final TestbedWorkloadTarget target;
    private final RecoveryDriver recovery;
    private final Observer observer;
    private Optional<PostDisasterState> struck = Optional.empty();
    private Optional<CompletableFuture<?>> background = Optional.empty();

    /** @param system the system that is judged in it */
    ScenarioRun(Testbed testbed, SystemUnderTest system, Story story, DrillOptions options, ScenarioRecorder recorder) {
        this.testbed = testbed;
        this.system = system;
        this.claims = new Claims(system, recorder);
        this.options = options;
        this.recorder = recorder;
        this.story = story;
        this.ledger = story.ledger().copy();
        this.target = new TestbedWorkloadTarget(environment(), system, ledger);
        this.recovery = new RecoveryDriver(environment(), system, claims, testbed.pushesDrafts());
        this.observer = new Observer(
                target.cluster(), target.porch(), system::said, target.git(), target.database(), Clock.systemUTC());
    }

    public Story story() {
        return story;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Environment environment() {
        return testbed.environment();
    }

    /** The system that is judged. */
    public SystemUnderTest system() {
        return system;
    }

    /** What is asked of it that not every system can do. */
    public Claims claims() {
        return claims;
    }

    public TestbedWorkloadTarget workbench() {
        return target;
    }

    public RecoveryDriver recovery() {
        return recovery;
    }

    /** Whether drafts have had branches in git so far, and have them from now on. */
    DraftBranches draftBranches() {
        return new DraftBranches(testbed.pushesDrafts(), recovery.pushesDrafts());
    }

    /** Waits until a system that runs has said that it misses a store, if it has a way to say so. */
    public void awaitNoticed(List<Store> stores) {
        if (!stores.isEmpty() && system.alive()) {
            system.ability(ExplainsObstacles.class)
                    .ifPresentOrElse(
                            this::awaitObstacle,
                            () -> recorder.event(
                                    Instant.now(),
                                    "detect",
                                    "",
                                    "the system has no way to tell what it noticed",
                                    null));
        }
    }

    private void awaitObstacle(ExplainsObstacles explains) {
        environment()
                .waitingFor(system)
                .until(
                        "the orchestrator to notice that a store is gone",
                        explains::obstacles,
                        obstacles -> !obstacles.isEmpty());
    }

    /** Lets a disaster happen while nobody looks on; tells what it leaves. */
    public PostDisasterState strike(DisasterPlan plan, ScenarioRecorder noted, PhaseTimer phases) {
        try (DisasterInjector injector = new DisasterInjector(environment(), plan.disaster(), plan.restores(), noted)) {
            injector.cutOff();
            meetFates(injector, phases);
        }
        return aftermath();
    }

    /** Each store that a disaster concerns meets its fate, one after the other, and each is a phase of the recovery. */
    void meetFates(DisasterInjector injector, PhaseTimer phases) {
        injector.concerned()
                .forEach(store -> phases.measure(
                        "restore " + store.title(),
                        store.key(),
                        injector.describe(store),
                        () -> injector.restore(store, story.gitRepositories())));
    }

    /** Does everything that follows a disaster until the system is whole. */
    public void recover(DisasterPlan plan) {
        recover(
                plan,
                plan.rollout()
                        .of(story.manifests(RecoveryPoint.DISASTER), new Seed(options.seed()).derive("rollout", 0)),
                plan.rollout().overlapping() ? Batching.OVERLAPPING : Batching.AWAITED);
    }

    /** The same with the objects of a lost cluster coming back as {@code rollout} says. */
    public void recover(DisasterPlan plan, Rollout rollout, Batching batching) {
        if (plan.clusterIsLost()) {
            recovery.installDefinitions();
        }
        recovery.startOrchestrator();
        if (plan.clusterIsLost() && plan.manifests()) {
            recovery.apply(rollout, batching);
        }
        recovery.settle(plan.confirmation());
    }

    /** What the disaster has left, without asking an orchestrator. */
    public PostDisasterState aftermath() {
        Observation stores = observeStores();
        Map<String, Map<String, String>> refs = new TreeMap<>();
        stores.git().forEach((name, repository) -> refs.put(name, repository.refs()));
        PostDisasterState left = new PostDisasterState(stores, new Markers(target).read(refs));
        struck = Optional.of(left);
        return left;
    }

    /**
     * When the recovery began: when the stores were back, or, when nothing happened to them, with the orchestrator, which
     * then has no reason to look at anything anew.
     */
    public Instant recoversSince(DisasterPlan plan, PostDisasterState aftermath) {
        return system.startedAt()
                .filter(began -> plan.disaster().sparesTheStores())
                .orElse(aftermath.stores().takenAt());
    }

    /** What the stores say, without asking an orchestrator. */
    public Observation observeStores() {
        return reading(() -> observer.observeStores(story.gitRepositories()));
    }

    /** What scenarios may claim about {@code after}. */
    public RecoveredStateAssert outcome(Observation after) {
        return new RecoveredStateAssert(ledger, after, rescued(after), claims);
    }

    /** What was taken out of the cache, which held what the disaster had left, or the whole history where there was none. */
    public RescueSetAssert rescued(Observation after) {
        Map<RevisionId, RevisionState> former = new TreeMap<>();
        if (struck.isPresent()) {
            struck.get().stores().rows().forEach((id, row) -> former.put(id, row.state()));
        } else {
            former.putAll(ledger.stateAt(RecoveryPoint.DISASTER).rows());
        }
        return new RescueSetAssert(former, after, claims, disasterAt());
    }

    /** What alignment took out since the disaster, as an operator gets at it. */
    public RescueClient rescueShelf() {
        return new RescueClient(claims.need(Rescues.class), disasterAt());
    }

    /** The same for a comparison of two runs of one system: nothing where it keeps nothing. */
    public List<Rescued> rescuedRevisions() {
        return system.ability(Rescues.class)
                .map(rescues -> new RescueClient(rescues, disasterAt()).revisions())
                .orElse(List.of());
    }

    private Instant disasterAt() {
        return story.ledger().timeOf(RecoveryPoint.DISASTER).orElseThrow();
    }

    /** What the stores and the public API say. */
    public Observation observe() {
        return reading(() -> observer.observe(story.gitRepositories()));
    }

    private Observation reading(Supplier<Observation> read) {
        Instant began = Instant.now();
        Observation seen = read.get();
        recorder.readBack(began, Duration.between(began, Instant.now()));
        return seen;
    }

    /** The journal of the system that runs, or ran last. */
    public RecoveryJournal journal() {
        return new RecoveryJournal(claims.need(Journals.class)::steps);
    }

    /** The journal of the command that confirms removals, or confirmed them last. */
    public RecoveryJournal journalOfConfirmation() {
        return new RecoveryJournal(claims.need(Journals.class)::stepsOfConfirmation);
    }

    /** Approves a proposal without waiting for the answer, which may never come. */
    void approveInTheBackground(String packageName) {
        workInBackground(workload -> workload.approve(PackageNames.named(packageName)));
    }

    /** Does a user's work without waiting for the answer, which may never come. */
    public void workInBackground(Consumer<Workload> work) {
        background = Optional.of(inBackground(() -> {
            work.accept(new Workload(target.porch(), ledger));
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
}
