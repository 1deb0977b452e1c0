package dev.firedrill.scenarios.run;

import dev.firedrill.environments.role.system.CrashPoints;
import dev.firedrill.faults.GitTampering;
import dev.firedrill.faults.Misconfiguration;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Fate;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Store;
import dev.firedrill.scenarios.action.DegradedRun;
import dev.firedrill.scenarios.action.OperatorActions;
import dev.firedrill.scenarios.action.RebuildRace;
import dev.firedrill.scenarios.action.RefusedRequests;
import dev.firedrill.scenarios.action.RescueActions;
import dev.firedrill.scenarios.action.UserWorkload;
import dev.firedrill.scenarios.action.WatchOnlyOrchestrator;
import dev.firedrill.scenarios.assertion.HostileRequest;
import dev.firedrill.scenarios.assertion.RecoveredStateAssert;
import dev.firedrill.scenarios.assertion.UnaffectedRepositories;
import dev.firedrill.scenarios.options.DrillOptions;
import dev.firedrill.scenarios.plan.DisasterPlan;
import dev.firedrill.scenarios.plan.PackageNames;
import dev.firedrill.scenarios.plan.RestartMoment;
import dev.firedrill.scenarios.recording.DrillRecord;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import dev.firedrill.scenarios.sweep.SweepScenarios;
import dev.firedrill.scenarios.testbed.EvidenceCollector;
import dev.firedrill.scenarios.testbed.Testbed;
import dev.firedrill.scenarios.testbed.TestbedPool;
import dev.firedrill.workload.history.RevisionClass;
import dev.firedrill.workload.history.StandardHistory;
import dev.firedrill.workload.history.Story;
import dev.firedrill.workload.porch.NewRevision;
import dev.firedrill.workload.random.RandomHistory;
import dev.firedrill.workload.world.GitTag;
import dev.firedrill.workload.world.RevisionId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** One scenario on one bench: a history, a disaster, the recovery, the judgement. Belongs to one thread. */
public final class ScenarioContext implements AutoCloseable {
    private TestbedPool benches;
    private final DrillOptions options;
    private final DrillRecord record;
    private final ScenarioRecorder findings;
    private Optional<Testbed> borrowed = Optional.empty();
    private Optional<HistoryCheckpoint> history = Optional.empty();
    private Optional<ScenarioRun> telling = Optional.empty();
    private Optional<RecoveredStateAssert> outcome = Optional.empty();
    private Optional<DegradedRun> encounter = Optional.empty();
    private Optional<HostileRequest> request = Optional.empty();
    private Optional<RefusedRequests> refused = Optional.empty();
    private Optional<UserWorkload> usualWork = Optional.empty();
    private Optional<UserWorkload> work = Optional.empty();
    private Optional<RescueActions> salvage = Optional.empty();
    private Optional<SweepScenarios> interruptions = Optional.empty();
    private Optional<UnaffectedRepositories> bystanders = Optional.empty();
    private Optional<OperatorActions> interventions = Optional.empty();
    private boolean ofTheMatrix;

    public ScenarioContext(TestbedPool benches, DrillOptions options, DrillRecord record, ScenarioRecorder findings) {
        this.benches = benches;
        this.options = options;
        this.record = record;
        this.findings = findings;
    }

    /** Goes on with benches of another pool; nothing may have been told yet. */
    public void moveTo(TestbedPool others) {
        benches = others;
    }

    /**
     * Tells the standard history. The stores go to its end, the moment of the disaster, when something is done there: by then
     * it is known which of them the disaster replaces.
     */
    public void tellStandardHistory() {
        history = Optional.of(new HistoryCheckpoint(bench(), options, findings));
        history.get().story();
        telling = Optional.empty();
    }

    /** The same history, written by an orchestrator that pushes drafts and proposals to branches in git. */
    public void tellHistoryWithBranches() {
        borrow(true);
        tellStandardHistory();
    }

    /**
     * Tells a random history from the start to the judgement on its disaster.
     *
     * @param history with recovery points of names that no other history has
     */
    public void undergo(RandomHistory history) {
        Story story = bench().randomStory(history);
        telling = Optional.of(new ScenarioRun(bench(), bench().laboratory().system(), story, options, findings));
        DisasterPlan course = DisasterPlan.of(history, story.ledger());
        if (course.attended()) {
            bench().laboratory().handOver();
        } else {
            bench().laboratory().endOrchestrator();
        }
        happen(course);
    }

    private void happen(DisasterPlan course) {
        DisasterRunner enactment = new DisasterRunner(told(course.replacedUnseen()), findings);
        outcome = Optional.of(enactment.strike(course));
        bystanders = enactment.bystanders();
    }

    /** The disaster of this scenario is a cell of the skew matrix, and no orchestrator runs until the stores are back. */
    public void becomeCellOfTheMatrix() {
        ofTheMatrix = true;
    }

    /** Lets a disaster happen and the recovery run, and judges what is there afterwards. */
    public void strike(DisasterPlan course) {
        if (ofTheMatrix) {
            findings.matrix(course.cell());
            happen(course.unattended());
        } else {
            happen(course);
        }
    }

    /** The package cache is lost, and PackageVariants are told to follow an edition while it is being rebuilt. */
    public void loseCacheWhileVariantsFollow(int edition) {
        DisasterPlan course =
                DisasterPlan.of(Fate.intact(), Fate.intact(), Fate.lost()).unattended();
        ScenarioRun told = told(course.replacedUnseen());
        outcome = Optional.of(
                new DisasterRunner(told, findings).strike(course, () -> RebuildRace.letVariantsFollow(told, edition)));
    }

    /** Ends the orchestrator and starts a new one on the same stores. */
    public void restart(RestartMoment moment) {
        told().recovery().startAndSettle();
        if (moment == RestartMoment.SYNCHRONISING) {
            bench().laboratory().endOrchestrator();
            told().recovery()
                    .startOrchestrator(told().claims().need(CrashPoints.class).stopAt("pass.started"));
            told().journal().await("pass.started");
        }
        restartAfter("the orchestrator is killed", () -> {});
    }

    /** Ends the orchestrator and starts one that pushes drafts to git, or one that does not, as it was not before. */
    public void restartPushingDrafts(boolean push) {
        told().recovery().startAndSettle();
        restartAfter("the orchestrator is killed", () -> told().recovery().pushDrafts(push));
    }

    /** Ends the orchestrator between the two writes of an approval and starts a new one on the same stores. */
    public void restartDuringApproval(String packageName) {
        told().recovery()
                .startOrchestrator(told().claims().need(CrashPoints.class).stopAt("approval.pushed"));
        told().recovery().settle(false);
        told().approveInTheBackground(packageName);
        told().journal().await("approval.pushed");
        restartAfter("the orchestrator is killed while it approves " + packageName, told()::awaitBackground);
    }

    private void restartAfter(String what, Runnable afterDeath) {
        outcome = Optional.of(new DisasterRunner(told(), findings).restart(what, afterDeath));
    }

    /** Points the tag of a published package revision at other content, past the orchestrator. */
    public void moveTag(String packageName) {
        told().recovery().startAndSettle();
        RevisionId id = PackageNames.named(packageName);
        GitTag tag = told().ledger().stateAt(RecoveryPoint.DISASTER).git().get(id.repository()).tags().values().stream()
                .filter(one -> one.packagePath().equals(packageName))
                .findFirst()
                .orElseThrow(() -> new EnvironmentFailure("The history has no tag of " + packageName));
        new GitTampering(told().workbench().git()).moveTag(id.repository(), tag);
        settleAndLook();
    }

    /** Pushes a package to git whose tree has a path that climbs out of it. */
    public void pushHostileTree(String repository) {
        told().recovery().startAndSettle();
        new GitTampering(told().workbench().git()).pushHostileTree(repository);
        settleAndLook();
    }

    /** Asks the public API for a package under a name that was made to do harm. */
    public void askForPackage(String name) {
        told().recovery().startAndSettle();
        RevisionId id = new RevisionId(StandardHistory.PACKAGES, name, RevisionClass.WORKSPACE);
        request = Optional.of(new HostileRequest(
                id, told().workbench().porch().create(NewRevision.init(id, "A package called " + name))));
        settleAndLook();
    }

    /** Asks the public API for what a package revision may not become. */
    public void ask(String packageName, Collection<String> wishes) {
        refused = Optional.of(RefusedRequests.asked(told(), findings, PackageNames.named(packageName), wishes));
    }

    /** What was asked for. */
    public RefusedRequests refused() {
        return refused.orElseThrow(() -> new EnvironmentFailure("Nothing was asked for in this scenario"));
    }

    /** Lets an orchestrator meet an obstacle. */
    public void meet(Misconfiguration obstacle) {
        DegradedRun begun = new DegradedRun(told(), findings);
        encounter = Optional.of(begun);
        begun.meet(obstacle);
    }

    /** The obstacle that was met. */
    public DegradedRun encounter() {
        return encounter.orElseThrow(() -> new EnvironmentFailure("No obstacle was met in this scenario"));
    }

    /** The obstacle goes, and the orchestrator goes on. */
    public void goOn() {
        outcome = Optional.of(encounter().goesOn());
    }

    /** The request with a hostile name, and its answer. */
    public HostileRequest request() {
        return request.orElseThrow(() -> new EnvironmentFailure("Nothing was asked for in this scenario"));
    }

    /** Finds out what comes of every kind of request where nothing has happened, with the shipped recovery. */
    public void knowUsualWork() {
        ScenarioRun undisturbed = history().withShippedRecovery().sparing(Set.of());
        usualWork = Optional.of(UserWorkload.in(undisturbed));
        bench().laboratory().endOrchestrator();
    }

    /** Users make every kind of request. */
    public void goOnWorking() {
        work = Optional.of(UserWorkload.in(told()));
    }

    /** What came of the requests is what comes of them where nothing has happened. */
    public void workIsAsUsual() {
        work.orElseThrow(() -> new EnvironmentFailure("Nobody has worked in this scenario"))
                .sameAs(usualWork.orElseThrow(() ->
                        new EnvironmentFailure("It is not known what comes of the work where nothing has happened")));
    }

    /** What an operator does about what was set aside or taken out. */
    public RescueActions salvage() {
        if (salvage.isEmpty()) {
            salvage = Optional.of(new RescueActions(told()));
        }
        return salvage.get();
    }

    /** Ends the time in which missing Repositories may return. */
    public void closeWindow() {
        salvage().window().close();
        settleAndLook();
    }

    /** What is done over and over, each time from the end of the history on. */
    public SweepScenarios interruptions() {
        if (interruptions.isEmpty()) {
            interruptions = Optional.of(new SweepScenarios(history(), options, findings));
        }
        return interruptions.get();
    }

    /** What people do to git, to Repositories and to the cache besides the disaster. */
    public OperatorActions interventions() {
        if (interventions.isEmpty()) {
            interventions = Optional.of(new OperatorActions(this, told(), new WatchOnlyOrchestrator(told(), findings)));
        }
        return interventions.get();
    }

    public void settleAndLook() {
        told().recovery().settle(false);
        outcome = Optional.of(told().outcome(told().observe()));
    }

    /** What nothing happened to, while something happened to single git repositories. */
    public UnaffectedRepositories bystanders() {
        return bystanders.orElseThrow(() -> new EnvironmentFailure("No single git repository had a fate of its own"));
    }

    /** What is there after the recovery. */
    public RecoveredStateAssert outcome() {
        return outcome.orElseThrow(() -> new EnvironmentFailure("Nothing has happened yet in this scenario"));
    }

    /** When a store has ended by itself, nothing that was seen since then is the recovery's fault, or its merit. */
    public void noticeBrokenLaboratory() {
        borrowed.flatMap(bench -> bench.laboratory().endedByItself()).ifPresent(findings::laboratoryBroke);
    }

    /** Keeps what helps to find out why the scenario did not hold. */
    public void keepEvidence(String scenario) {
        if (benches.stopped()) {
            return;
        }
        telling.map(ScenarioRun::ledger)
                .or(() -> borrowed.flatMap(Testbed::ledgerBegunLast))
                .ifPresent(ledger ->
                        findings.evidence(record.keep(scenario, "the ledger", "ledger.ndjson", ledger.asLines())));
        borrowed.ifPresent(bench -> new EvidenceCollector(record, scenario)
                .of(bench.laboratory(), benches)
                .forEach(findings::evidence));
    }

    /** Lets the stores stand as they are when the user asked for that; a scenario before this one may have its stores kept. */
    public void leaveStanding(String scenario) {
        if (options.keep()
                && borrowed.filter(bench -> benches.leaveStanding(bench, scenario))
                        .isPresent()) {
            encounter = Optional.empty();
            borrowed = Optional.empty();
        }
    }

    @Override
    public void close() {
        encounter.ifPresent(DegradedRun::end);
        borrowed.ifPresent(bench -> {
            bench.laboratory().endOrchestrator();
            if (bench.laboratory().endedByItself().isPresent()) {
                benches.retire(bench);
            } else {
                bench.laboratory().links().heal();
                benches.giveBack(bench);
            }
        });
        borrowed = Optional.empty();
    }

    private Testbed bench() {
        return borrowed.orElseGet(() -> borrow(false));
    }

    private Testbed borrow(boolean pushesDrafts) {
        Testbed bench = benches.borrow(pushesDrafts, options.broken());
        bench.secrets().forEach(record.redactor()::register);
        borrowed = Optional.of(bench);
        return bench;
    }

    private ScenarioRun told() {
        return told(Set.of());
    }

    private ScenarioRun told(Set<Store> spared) {
        if (telling.isEmpty()) {
            telling = Optional.of(history().sparing(spared));
        }
        return telling.get();
    }

    private HistoryCheckpoint history() {
        return history.orElseThrow(() -> new EnvironmentFailure("No history has been told in this scenario"));
    }
}
