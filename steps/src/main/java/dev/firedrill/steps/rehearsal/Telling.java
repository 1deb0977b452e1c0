package dev.firedrill.steps.rehearsal;

import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.fixtures.expect.DraftBranches;
import dev.firedrill.fixtures.gitops.Rollout;
import dev.firedrill.fixtures.history.Markers;
import dev.firedrill.fixtures.history.Story;
import dev.firedrill.fixtures.history.Workload;
import dev.firedrill.fixtures.ledger.Change;
import dev.firedrill.fixtures.ledger.Ledger;
import dev.firedrill.fixtures.ledger.Operation;
import dev.firedrill.fixtures.observe.Observation;
import dev.firedrill.fixtures.observe.Observer;
import dev.firedrill.fixtures.world.RevisionId;
import dev.firedrill.fixtures.world.RevisionState;
import dev.firedrill.steps.drill.DrillOptions;
import dev.firedrill.steps.drill.ScenarioFindings;
import dev.firedrill.steps.laboratory.Laboratory;
import dev.firedrill.steps.laboratory.OrchestratorProcess;
import dev.firedrill.steps.laboratory.RecoveryRun;
import dev.firedrill.vocabulary.LaboratoryBroken;
import dev.firedrill.vocabulary.RecoveryPoint;
import dev.firedrill.vocabulary.Seed;
import dev.firedrill.vocabulary.Store;
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
final class Telling {
    private final Bench bench;
    private final DrillOptions options;
    private final ScenarioFindings findings;
    private final Story story;
    private final Ledger ledger;
    private final LaboratoryWorkbench workbench;
    private final Recovery recovery;
    private final Observer observer;
    private Optional<Aftermath> struck = Optional.empty();
    private Optional<CompletableFuture<?>> background = Optional.empty();

    Telling(Bench bench, Story story, DrillOptions options, ScenarioFindings findings) {
        this.bench = bench;
        this.options = options;
        this.findings = findings;
        this.story = story;
        this.ledger = story.ledger().copy();
        this.workbench = new LaboratoryWorkbench(laboratory(), ledger);
        this.recovery = new Recovery(laboratory(), workbench, options.broken(), bench.pushesDrafts());
        this.observer = new Observer(
                workbench.cluster(), workbench.porch(), workbench.git(), workbench.database(), Clock.systemUTC());
    }

    Story story() {
        return story;
    }

    Ledger ledger() {
        return ledger;
    }

    Laboratory laboratory() {
        return bench.laboratory();
    }

    LaboratoryWorkbench workbench() {
        return workbench;
    }

    Recovery recovery() {
        return recovery;
    }

    /** Whether drafts have had branches in git so far, and have them from now on. */
    DraftBranches draftBranches() {
        return new DraftBranches(bench.pushesDrafts(), recovery.pushesDrafts());
    }

    /** Waits until an orchestrator that runs has said that it misses a store. */
    void awaitNoticed(List<Store> stores) {
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
    Aftermath strike(Course course, ScenarioFindings noted, Phases phases) {
        try (Strike strike = new Strike(laboratory(), course, noted)) {
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
    void recover(Course course) {
        recover(
                course,
                course.comeback()
                        .of(story.manifests(RecoveryPoint.DISASTER), new Seed(options.seed()).derive("rollout", 0)),
                course.comeback().overlapping() ? Batching.OVERLAPPING : Batching.AWAITED);
    }

    /** The same with the objects of a lost cluster coming back as {@code rollout} says. */
    void recover(Course course, Rollout rollout, Batching batching) {
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
    Aftermath aftermath() {
        Observation stores = observeStores();
        Map<String, Map<String, String>> refs = new TreeMap<>();
        stores.git().forEach((name, repository) -> refs.put(name, repository.refs()));
        Aftermath left = new Aftermath(stores, new Markers(workbench).read(refs));
        struck = Optional.of(left);
        return left;
    }

    /**
     * When the recovery began: when the stores were back, or, when nothing happened to them, with the orchestrator, which
     * then has no reason to look at anything anew.
     */
    Instant recoversSince(Course course, Aftermath aftermath) {
        return laboratory()
                .orchestrator()
                .filter(running -> course.sparesTheStores())
                .map(OrchestratorProcess::startedAt)
                .orElse(aftermath.stores().takenAt());
    }

    /** What the stores say, without asking an orchestrator. */
    Observation observeStores() {
        return reading(() -> observer.observeStores(story.gitRepositories()));
    }

    /** What scenarios may claim about {@code after}. */
    Outcome outcome(Observation after) {
        return new Outcome(ledger, after, rescued(after));
    }

    /** What was taken out of the cache, which held what the disaster had left, or the whole history where there was none. */
    RescueOutcome rescued(Observation after) {
        Map<RevisionId, RevisionState> former = new TreeMap<>();
        if (struck.isPresent()) {
            struck.get().stores().rows().forEach((id, row) -> former.put(id, row.state()));
        } else {
            former.putAll(ledger.stateAt(RecoveryPoint.DISASTER).rows());
        }
        return new RescueOutcome(former, after, rescueShelf());
    }

    /** What alignment took out since the disaster, as an operator gets at it. */
    RescueShelf rescueShelf() {
        return new RescueShelf(
                laboratory(),
                options.broken(),
                story.ledger().timeOf(RecoveryPoint.DISASTER).orElseThrow());
    }

    /** A recovery command, run once. */
    RecoveryRun run(String... command) {
        return laboratory().run(options.broken(), command);
    }

    /** What the stores and the public API say. */
    Observation observe() {
        return reading(() -> observer.observe(story.gitRepositories()));
    }

    private Observation reading(Supplier<Observation> read) {
        Instant began = Instant.now();
        Observation seen = read.get();
        findings.readBack(began, Duration.between(began, Instant.now()));
        return seen;
    }

    /** Waits until the orchestrator's journal has a step of this name. */
    void awaitStep(String step) {
        Path journal = laboratory().orchestrator().orElseThrow().journal();
        Wait.until("the orchestrator to reach the step " + step, Patience.START, () -> contains(journal, step));
    }

    /** The journal of the orchestrator that runs, or ran last. */
    RecoveryJournal journal() {
        return new RecoveryJournal(laboratory().orchestrator().orElseThrow().journal());
    }

    /** Approves a proposal without waiting for the answer, which may never come. */
    void approveInTheBackground(String packageName) {
        workInBackground(workload -> workload.approve(Packages.named(packageName)));
    }

    /** Does a user's work without waiting for the answer, which may never come. */
    void workInBackground(Consumer<Workload> work) {
        background = Optional.of(inBackground(() -> {
            work.accept(new Workload(workbench.porch(), ledger));
            return null;
        }));
    }

    /** Does something on a thread of its own. */
    static <T extends @Nullable Object> CompletableFuture<T> inBackground(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> {
            Thread thread = new Thread(task, "firedrill-workload");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Waits until what was begun in the background has got its answer, or the end of its connection. */
    void awaitBackground() {
        background.ifPresent(CompletableFuture::join);
        keepDisaster();
    }

    /** What was attempted last belongs to the world at the disaster. */
    void keepDisaster() {
        ledger.done("harness", Operation.KEEP, "stores", new Change.Kept(RecoveryPoint.DISASTER));
    }

    private static boolean contains(Path journal, String step) {
        try {
            return Files.exists(journal) && Files.readString(journal).contains("\"" + step + "\"");
        } catch (IOException e) {
            throw new LaboratoryBroken("The journal " + journal + " cannot be read: " + e.getMessage(), e);
        }
    }
}
