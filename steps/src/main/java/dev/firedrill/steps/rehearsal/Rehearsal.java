package dev.firedrill.steps.rehearsal;

import dev.firedrill.fixtures.history.RevisionClass;
import dev.firedrill.fixtures.history.StandardHistory;
import dev.firedrill.fixtures.history.Story;
import dev.firedrill.fixtures.porch.NewRevision;
import dev.firedrill.fixtures.random.RandomHistory;
import dev.firedrill.fixtures.world.GitTag;
import dev.firedrill.fixtures.world.RevisionId;
import dev.firedrill.steps.drill.DrillOptions;
import dev.firedrill.steps.drill.DrillRecord;
import dev.firedrill.steps.drill.ScenarioFindings;
import dev.firedrill.vocabulary.Fate;
import dev.firedrill.vocabulary.LaboratoryBroken;
import dev.firedrill.vocabulary.RecoveryPoint;
import dev.firedrill.vocabulary.Store;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** One scenario on one bench: a history, a disaster, the recovery, the judgement. Belongs to one thread. */
public final class Rehearsal implements AutoCloseable {
    private BenchPool benches;
    private final DrillOptions options;
    private final DrillRecord record;
    private final ScenarioFindings findings;
    private Optional<Bench> borrowed = Optional.empty();
    private Optional<FromTheEnd> history = Optional.empty();
    private Optional<Telling> telling = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();
    private Optional<Encounter> encounter = Optional.empty();
    private Optional<HostileRequest> request = Optional.empty();
    private Optional<RefusedRequests> refused = Optional.empty();
    private Optional<UsersAtWork> usualWork = Optional.empty();
    private Optional<UsersAtWork> work = Optional.empty();
    private Optional<Salvage> salvage = Optional.empty();
    private Optional<Interruptions> interruptions = Optional.empty();
    private Optional<Bystanders> bystanders = Optional.empty();
    private Optional<Interventions> interventions = Optional.empty();
    private boolean ofTheMatrix;

    public Rehearsal(BenchPool benches, DrillOptions options, DrillRecord record, ScenarioFindings findings) {
        this.benches = benches;
        this.options = options;
        this.record = record;
        this.findings = findings;
    }

    /** Goes on with benches of another pool; nothing may have been told yet. */
    void moveTo(BenchPool others) {
        benches = others;
    }

    /**
     * Tells the standard history. The stores go to its end, the moment of the disaster, when something is done there: by then
     * it is known which of them the disaster replaces.
     */
    public void tellStandardHistory() {
        history = Optional.of(new FromTheEnd(bench(), options, findings));
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
        telling = Optional.of(new Telling(bench(), story, options, findings));
        Course course = Course.of(history, story.ledger());
        if (!course.particulars().attended() || options.broken().isPresent()) {
            bench().laboratory().endOrchestrator();
        }
        happen(course);
    }

    private void happen(Course course) {
        Enactment enactment = new Enactment(told(course.replacedUnseen()), findings);
        outcome = Optional.of(enactment.strike(course));
        bystanders = enactment.bystanders();
    }

    /** The disaster of this scenario is a cell of the skew matrix, and no orchestrator runs until the stores are back. */
    public void becomeCellOfTheMatrix() {
        ofTheMatrix = true;
    }

    /** Lets a disaster happen and the recovery run, and judges what is there afterwards. */
    public void strike(Course course) {
        if (ofTheMatrix) {
            findings.matrix(course.cell());
            happen(course.unattended());
        } else {
            happen(course);
        }
    }

    /** The package cache is lost, and PackageVariants are told to follow an edition while it is being rebuilt. */
    public void loseCacheWhileVariantsFollow(int edition) {
        Course course = Course.of(Fate.intact(), Fate.intact(), Fate.lost()).unattended();
        Telling told = told(course.replacedUnseen());
        outcome = Optional.of(
                new Enactment(told, findings).strike(course, () -> RebuildRace.letVariantsFollow(told, edition)));
    }

    /** Ends the orchestrator and starts a new one on the same stores. */
    public void restart(RestartMoment moment) {
        told().recovery().startAndSettle();
        if (moment == RestartMoment.SYNCHRONISING) {
            bench().laboratory().endOrchestrator();
            told().recovery().startOrchestrator("--pause-at", "pass.started");
            told().awaitStep("pass.started");
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
        told().recovery().startOrchestrator("--pause-at", "approval.pushed");
        told().recovery().settle(false);
        told().approveInTheBackground(packageName);
        told().awaitStep("approval.pushed");
        restartAfter("the orchestrator is killed while it approves " + packageName, told()::awaitBackground);
    }

    private void restartAfter(String what, Runnable afterDeath) {
        outcome = Optional.of(new Enactment(told(), findings).restart(what, afterDeath));
    }

    /** Points the tag of a published package revision at other content, past the orchestrator. */
    public void moveTag(String packageName) {
        told().recovery().startAndSettle();
        RevisionId id = Packages.named(packageName);
        GitTag tag = told().ledger().stateAt(RecoveryPoint.DISASTER).git().get(id.repository()).tags().values().stream()
                .filter(one -> one.packagePath().equals(packageName))
                .findFirst()
                .orElseThrow(() -> new LaboratoryBroken("The history has no tag of " + packageName));
        new Vandal(told().workbench().git()).moveTag(id.repository(), tag);
        settleAndLook();
    }

    /** Pushes a package to git whose tree has a path that climbs out of it. */
    public void pushHostileTree(String repository) {
        told().recovery().startAndSettle();
        new Vandal(told().workbench().git()).pushHostileTree(repository);
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
        refused = Optional.of(RefusedRequests.asked(told(), findings, Packages.named(packageName), wishes));
    }

    /** What was asked for. */
    public RefusedRequests refused() {
        return refused.orElseThrow(() -> new LaboratoryBroken("Nothing was asked for in this scenario"));
    }

    /** Lets an orchestrator meet an obstacle. */
    public void meet(Obstacle obstacle) {
        Encounter begun = new Encounter(told(), findings);
        encounter = Optional.of(begun);
        begun.meet(obstacle);
    }

    /** The obstacle that was met. */
    public Encounter encounter() {
        return encounter.orElseThrow(() -> new LaboratoryBroken("No obstacle was met in this scenario"));
    }

    /** The obstacle goes, and the orchestrator goes on. */
    public void goOn() {
        outcome = Optional.of(encounter().goesOn());
    }

    /** The request with a hostile name, and its answer. */
    public HostileRequest request() {
        return request.orElseThrow(() -> new LaboratoryBroken("Nothing was asked for in this scenario"));
    }

    /** Finds out what comes of every kind of request where nothing has happened, with the shipped recovery. */
    public void knowUsualWork() {
        Telling undisturbed = history().withShippedRecovery().sparing(Set.of());
        usualWork = Optional.of(UsersAtWork.in(undisturbed));
        bench().laboratory().endOrchestrator();
    }

    /** Users make every kind of request. */
    public void goOnWorking() {
        work = Optional.of(UsersAtWork.in(told()));
    }

    /** What came of the requests is what comes of them where nothing has happened. */
    public void workIsAsUsual() {
        work.orElseThrow(() -> new LaboratoryBroken("Nobody has worked in this scenario"))
                .sameAs(usualWork.orElseThrow(() ->
                        new LaboratoryBroken("It is not known what comes of the work where nothing has happened")));
    }

    /** What an operator does about what was set aside or taken out. */
    public Salvage salvage() {
        if (salvage.isEmpty()) {
            salvage = Optional.of(new Salvage(told()));
        }
        return salvage.get();
    }

    /** Ends the time in which missing Repositories may return. */
    public void closeWindow() {
        salvage().window().close();
        settleAndLook();
    }

    /** What is done over and over, each time from the end of the history on. */
    public Interruptions interruptions() {
        if (interruptions.isEmpty()) {
            interruptions = Optional.of(new Interruptions(history(), options, findings));
        }
        return interruptions.get();
    }

    /** What people do to git, to Repositories and to the cache besides the disaster. */
    public Interventions interventions() {
        if (interventions.isEmpty()) {
            interventions =
                    Optional.of(new Interventions(this, told(), new Watchfulness(told(), options.broken(), findings)));
        }
        return interventions.get();
    }

    void settleAndLook() {
        told().recovery().settle(false);
        outcome = Optional.of(told().outcome(told().observe()));
    }

    /** What nothing happened to, while something happened to single git repositories. */
    public Bystanders bystanders() {
        return bystanders.orElseThrow(() -> new LaboratoryBroken("No single git repository had a fate of its own"));
    }

    /** What is there after the recovery. */
    public Outcome outcome() {
        return outcome.orElseThrow(() -> new LaboratoryBroken("Nothing has happened yet in this scenario"));
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
        telling.map(Telling::ledger)
                .or(() -> borrowed.flatMap(Bench::ledgerBegunLast))
                .ifPresent(ledger ->
                        findings.evidence(record.keep(scenario, "the ledger", "ledger.ndjson", ledger.asLines())));
        borrowed.ifPresent(bench -> new StoreEvidence(record, scenario)
                .of(bench.laboratory(), benches, options)
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
        encounter.ifPresent(Encounter::end);
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

    private Bench bench() {
        return borrowed.orElseGet(() -> borrow(false));
    }

    private Bench borrow(boolean pushesDrafts) {
        Bench bench = benches.borrow(pushesDrafts);
        bench.secrets().forEach(record.redactor()::register);
        borrowed = Optional.of(bench);
        return bench;
    }

    private Telling told() {
        return told(Set.of());
    }

    private Telling told(Set<Store> spared) {
        if (telling.isEmpty()) {
            telling = Optional.of(history().sparing(spared));
        }
        return telling.get();
    }

    private FromTheEnd history() {
        return history.orElseThrow(() -> new LaboratoryBroken("No history has been told in this scenario"));
    }
}
