package dev.firedrill.steps.drill;

import dev.firedrill.reports.result.Counts;
import dev.firedrill.reports.result.CrashPoints;
import dev.firedrill.reports.result.Disaster;
import dev.firedrill.reports.result.Evidence;
import dev.firedrill.reports.result.Loss;
import dev.firedrill.reports.result.MatrixCell;
import dev.firedrill.reports.result.RecoveryPointObjective;
import dev.firedrill.reports.result.RecoveryTimeObjective;
import dev.firedrill.reports.result.ScenarioResultBuilder;
import dev.firedrill.reports.result.TimelineEntry;
import dev.firedrill.reports.result.WitnessReport;
import dev.firedrill.vocabulary.Verdict;
import dev.firedrill.vocabulary.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the steps of one scenario found out, beyond whether they passed. Belongs to one scenario and one thread. */
public final class ScenarioFindings {
    private final List<WitnessReport> witnesses = new ArrayList<>();
    private final List<TimelineEntry> timeline = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private Verdict verdict = Verdict.HELD;
    private Optional<String> broken = Optional.empty();
    private int brokenPromises;
    private Disaster disaster = Disaster.none();
    private @Nullable Counts counts;
    private Loss loss = Loss.nothingCompared();
    private RecoveryPointObjective rpo = RecoveryPointObjective.unmeasured();
    private RecoveryTimeObjective rto = RecoveryTimeObjective.unmeasured();
    private @Nullable MatrixCell matrix;
    private @Nullable CrashPoints crashPoints;

    /** The disaster that the scenario tells. */
    public void disaster(Disaster value) {
        disaster = value;
    }

    /** How many package revisions there are after recovery. */
    public void counts(Counts value) {
        counts = value;
    }

    /** What survived and what did not. */
    public void loss(Loss value) {
        loss = value;
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
    public void crashPoints(CrashPoints value) {
        crashPoints = value;
    }

    /** A file kept for the reader. */
    public void evidence(Evidence value) {
        evidence.add(value);
    }

    /** A proof that a fault happened. One that saw nothing makes the scenario inconclusive. */
    public void witness(Witness witness) {
        witnesses.add(new WitnessReport(witness.fault(), witness.seen(), Instant.now()));
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
    }

    /** Makes the verdict at least as bad as {@code found}, for the reason given. */
    public void judge(Verdict found, String why) {
        verdict = verdict.and(found);
        if (found != Verdict.HELD) {
            faults.add(why);
        }
    }

    /** What was promised about time, lost or taken, was not kept. */
    public void promiseBroken(String why) {
        brokenPromises++;
        judge(Verdict.VIOLATED, why);
    }

    /** The laboratory broke, by itself and as {@code what} tells, so that nothing is proved either way. */
    public void laboratoryBroke(String what) {
        broken = Optional.of(what);
    }

    /** How the laboratory broke by itself; empty when it did not. */
    Optional<String> broken() {
        return broken;
    }

    /** Whether nothing is wrong but that promises about time were broken, as they are on a machine that is too busy. */
    public boolean onlyPromisesBroken() {
        return brokenPromises > 0 && brokenPromises == faults.size();
    }

    /** The judgement so far, steps aside. */
    public Verdict verdict() {
        return broken.isPresent() ? Verdict.INCONCLUSIVE : verdict;
    }

    /** Why the judgement is not held; empty when it is. */
    public Optional<String> fault() {
        return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", faults));
    }

    ScenarioResultBuilder addTo(ScenarioResultBuilder result) {
        return result.disaster(disaster)
                .counts(counts)
                .loss(loss)
                .rpo(rpo)
                .rto(rto)
                .witnesses(witnesses)
                .timeline(timeline)
                .matrix(matrix)
                .crashPoints(crashPoints)
                .evidence(evidence);
    }
}
