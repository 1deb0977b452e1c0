package dev.firedrill.scenarios.recording;

import dev.firedrill.environments.role.system.MissingAbility;
import dev.firedrill.faults.FaultLog;
import dev.firedrill.model.Store;
import dev.firedrill.model.Verdict;
import dev.firedrill.model.Witness;
import dev.firedrill.reports.JournalEvent;
import dev.firedrill.reports.result.CheckFinding;
import dev.firedrill.reports.result.Counts;
import dev.firedrill.reports.result.CrashPointCount;
import dev.firedrill.reports.result.DisasterReport;
import dev.firedrill.reports.result.Evidence;
import dev.firedrill.reports.result.Loss;
import dev.firedrill.reports.result.MatrixCell;
import dev.firedrill.reports.result.NotClaimed;
import dev.firedrill.reports.result.RecoveryPointObjective;
import dev.firedrill.reports.result.RecoveryTimeObjective;
import dev.firedrill.reports.result.ScenarioResultBuilder;
import dev.firedrill.reports.result.TimelineEntry;
import dev.firedrill.reports.result.WitnessReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the steps of one scenario found out, beyond whether they passed. Belongs to one scenario and one thread. */
public final class ScenarioRecorder implements FaultLog {
    private final List<WitnessReport> witnesses = new ArrayList<>();
    private final List<TimelineEntry> timeline = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<NotClaimed> notClaimed = new ArrayList<>();
    private boolean endedForWantOfAnAbility;
    private Verdict verdict = Verdict.HELD;
    private Optional<String> broken = Optional.empty();
    private DisasterReport planned = DisasterReport.none();
    private final Set<Store> befallen = EnumSet.noneOf(Store.class);
    private final List<String> done = new ArrayList<>();
    private final List<CheckFinding> checkFindings = new ArrayList<>();
    private Consumer<JournalEvent> journal = event -> {};
    private String scenario = "";
    private @Nullable Counts counts;
    private Loss loss = Loss.nothingCompared();
    private RecoveryPointObjective rpo = RecoveryPointObjective.unmeasured();
    private RecoveryTimeObjective rto = RecoveryTimeObjective.unmeasured();
    private @Nullable MatrixCell matrix;
    private @Nullable CrashPointCount crashPoints;

    /** From now on, what is found is written into a journal as it is found, as the scenario's of that id. */
    void tell(String id, Consumer<JournalEvent> into) {
        scenario = id;
        journal = into;
    }

    /** The fates that are about to befall the stores. */
    @Override
    public void planned(String controlPlane, String git, String database) {
        planned = new DisasterReport(controlPlane, git, database);
        String fates = "control plane " + controlPlane + ", git " + git + ", package cache " + database;
        tell("planned", "", fates, Map.of());
    }

    /** A store has met the fate that was planned for it. */
    @Override
    public void befell(Store store) {
        befallen.add(store);
        tell("disaster", store.key(), "the " + store.title() + " is " + planned.of(store), Map.of());
    }

    /** Something was done besides the stores' fates, or instead, as a sentence. */
    public void done(String what) {
        done.add(what);
        tell("disaster", "", what, Map.of());
    }

    /** Something of a phase begins. */
    public void begins(String phase, String store, String what) {
        tell(phase, store, what, Map.of("state", "begins"));
    }

    /** Something that a check holds against the recovery. */
    public void finding(CheckFinding value) {
        checkFindings.add(value);
        tell("finding", "", value.sentence(), Map.of("check", value.check(), "object", value.object()));
    }

    /** How many package revisions there are after recovery. */
    public void counts(Counts value) {
        counts = value;
    }

    /** What survived and what did not. */
    public void loss(Loss value) {
        loss = value;
        value.forbiddenItems()
                .forEach(item -> tell(
                        "forbidden",
                        "",
                        item.object(),
                        Map.of(
                                "class",
                                item.lossClass().text(),
                                "was",
                                item.was(),
                                "is",
                                item.is(),
                                "why",
                                item.why())));
    }

    /** How much time of writing was lost. */
    public void rpo(RecoveryPointObjective value) {
        rpo = value;
    }

    /** How long the recovery took. */
    public void rto(RecoveryTimeObjective value) {
        rto = value;
    }

    /** The scenario's place in the skew matrix. */
    public void matrix(MatrixCell value) {
        matrix = value;
    }

    /** How often the recovery was interrupted, and how often it ended well all the same. */
    public void crashPoints(CrashPointCount value) {
        crashPoints = value;
    }

    /** A file kept for the reader. */
    public void evidence(Evidence value) {
        evidence.add(value);
    }

    /** A proof that a fault happened. One that saw nothing makes the scenario inconclusive. */
    @Override
    public void witness(Witness witness) {
        witnesses.add(new WitnessReport(witness.fault(), witness.seen(), Instant.now()));
        tell("witness", "", witness.fault(), Map.of("seen", witness.seen()));
        if (!witness.convincing()) {
            judge(Verdict.INCONCLUSIVE, "no witness saw it: " + witness.fault());
        }
    }

    /** The proofs so far. */
    public List<Witness> witnesses() {
        return witnesses.stream()
                .map(report -> new Witness(report.fault(), report.seen()))
                .toList();
    }

    /** Something that happened. */
    public void event(Instant at, String phase, String store, String what, @Nullable Duration duration) {
        timeline.add(new TimelineEntry(at, phase, store, what, duration));
        tell(phase, store, what, Map.of("state", "ended", "began", at, "took", String.valueOf(duration)));
    }

    /** The whole system was read back, which costs time that is the harness's and not the recovery's. */
    public void readBack(Instant began, Duration took) {
        tell("read back", "", "stores and public API", Map.of("began", began, "took", took));
    }

    /** Makes the verdict at least as bad as {@code found}, for the reason given. */
    public void judge(Verdict found, String why) {
        verdict = verdict.and(found);
        if (found != Verdict.HELD) {
            tell("judgement", "", why, Map.of("verdict", found.text()));
            faults.add(why);
        }
    }

    /** The system lacks something that the scenario cannot go on without; whoever noticed ends it. */
    public void notApplicable(MissingAbility missing) {
        String why = String.valueOf(missing.getMessage());
        endedForWantOfAnAbility = true;
        verdict = verdict.and(Verdict.NOT_APPLICABLE);
        tell("judgement", "", why, Map.of("verdict", Verdict.NOT_APPLICABLE.text()));
    }

    /**
     * Something was not claimed, because the system has no way to show it. Everything else is judged, and the scenario is
     * never held.
     *
     * @param claim what was not claimed, as a sentence
     * @param ability the ability that is missing, in words
     */
    public void notClaimed(String claim, String ability) {
        notClaimed.add(new NotClaimed(claim, ability));
        judge(Verdict.NOT_APPLICABLE, "not claimed: " + claim + " (the system lacks the ability '" + ability + "')");
    }

    /** The environment broke, by itself and as {@code what} tells, so that nothing is proved either way. */
    public void environmentBroke(String what) {
        broken = Optional.of(what);
        tell("environment", "", what, Map.of());
    }

    /** How the environment broke by itself; empty when it did not. */
    public Optional<String> broken() {
        return broken;
    }

    /** The judgement so far, steps aside. */
    public Verdict verdict() {
        return broken.isPresent() ? Verdict.INCONCLUSIVE : verdict;
    }

    /**
     * Whether somebody will want to know what the stores hold now. What does not apply to a system leaves nothing to look into.
     *
     * @param failed whether a step of the scenario failed
     */
    public boolean wantsEvidence(boolean failed) {
        boolean bad = verdict().compareTo(Verdict.NOT_APPLICABLE) > 0;
        return bad || failed && !endedForWantOfAnAbility;
    }

    /** Why the judgement is not held; empty when it is. */
    public Optional<String> fault() {
        return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", faults));
    }

    public ScenarioResultBuilder addTo(ScenarioResultBuilder result) {
        return result.disaster(disaster())
                .counts(counts)
                .loss(loss)
                .findings(checkFindings)
                .notClaimed(notClaimed)
                .rpo(rpo)
                .rto(rto)
                .witnesses(witnesses)
                .timeline(timeline)
                .matrix(matrix)
                .crashPoints(crashPoints)
                .evidence(evidence);
    }

    /** What was done, and what was planned and not done. */
    private DisasterReport disaster() {
        return new DisasterReport(fate(Store.CONTROL_PLANE), fate(Store.GIT), fate(Store.DATABASE), done);
    }

    private String fate(Store store) {
        String fate = planned.of(store);
        boolean happened =
                befallen.contains(store) || fate.equals(DisasterReport.none().of(store));
        return happened ? fate : "intact; planned was: " + fate;
    }

    private void tell(String kind, String store, String what, Map<String, Object> facts) {
        journal.accept(new JournalEvent(scenario, kind, store, what, facts));
    }
}
